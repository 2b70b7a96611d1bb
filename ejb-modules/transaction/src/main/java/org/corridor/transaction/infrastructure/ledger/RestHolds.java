package org.corridor.transaction.infrastructure.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldContract;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.AccountCallFailed;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.Reply;

/** Holds over HTTP. */
@ApplicationScoped
@Typed(RestHolds.class)
public class RestHolds implements HoldContract {

  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final AccountCalls calls;

  /** For the container's proxy. */
  protected RestHolds() {
    this(null);
  }

  @Inject
  public RestHolds(AccountCalls calls) {
    this.calls = calls;
  }

  /** An order as a body: the ids are in the path, its correlation in a header. */
  record Placement(Money amount, Instant expiresAt) {}

  @Override
  public HoldAnswer place(HoldOrder order) {
    var body = Json.write(new Placement(order.amount(), order.expiresAt()));
    return answer(
        order.id(),
        calls.exchange(
            (accounts, authorization) ->
                accounts.putHold(
                    authorization, order.correlationId(), order.accountId(), order.id(), body)));
  }

  @Override
  public HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
    return answer(
        holdId,
        calls.exchange(
            (accounts, authorization) ->
                accounts.releaseHold(authorization, correlationId, accountId, holdId)));
  }

  @Override
  public Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
    var reply =
        calls.exchange(
            (accounts, authorization) -> accounts.hold(authorization, accountId, holdId));
    return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer(holdId, reply));
  }

  static HoldAnswer answer(UUID holdId, Reply reply) {
    if (reply.status() == UNPROCESSABLE || reply.status() == NOT_FOUND) {
      return HoldAnswer.refused(holdId, text(reply, "code"), text(reply, "detail"));
    }
    return HoldAnswer.standing(holdId, text(reply, "status"));
  }

  private static String text(Reply reply, String member) {
    var value = reply.body().path(member).textValue();
    if (value == null) {
      throw new AccountCallFailed("the account context's answer has no " + member);
    }
    return value;
  }
}
