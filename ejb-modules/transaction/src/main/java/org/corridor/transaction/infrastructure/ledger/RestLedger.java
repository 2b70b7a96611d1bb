package org.corridor.transaction.infrastructure.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.WorkerThreads;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.AccountCallFailed;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.Reply;

/** The ledger over HTTP. Members may be added to answers, so only those needed are looked at. */
@ApplicationScoped
@Typed(RestLedger.class)
public class RestLedger implements LedgerContract {

  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final AccountCalls calls;
  private final Executor callers;

  /** For the container's proxy. */
  protected RestLedger() {
    this(null, null);
  }

  /**
   * @param callers who wait for the answers
   */
  @Inject
  public RestLedger(AccountCalls calls, @WorkerThreads Executor callers) {
    this.calls = calls;
    this.callers = callers;
  }

  /** An order as a body: its id is in the path, its correlation in a header. */
  record Journal(
      String kind,
      LocalDate valueDate,
      List<PostingOrder.Leg> legs,
      UUID captures,
      UUID reverses,
      Map<String, String> metadata) {

    static Journal of(PostingOrder order) {
      return new Journal(
          order.kind(),
          order.valueDate(),
          order.legs(),
          order.captures(),
          order.reverses(),
          order.metadata());
    }
  }

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    return CompletableFuture.supplyAsync(() -> postAndWait(order), callers);
  }

  private PostingAnswer postAndWait(PostingOrder order) {
    var body = Json.write(Journal.of(order));
    return answer(
        order.id(),
        calls.exchange(
            (accounts, authorization) ->
                accounts.putJournal(authorization, order.correlationId(), order.id(), body)));
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    var reply = calls.exchange((accounts, authorization) -> accounts.journal(authorization, id));
    return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer(id, reply));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    var reply = calls.exchange((accounts, authorization) -> accounts.account(authorization, id));
    return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(account(reply.body()));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    var reply =
        calls.exchange((accounts, authorization) -> accounts.accounts(authorization, number));
    var items = reply.body().path("items");
    return items.isEmpty() ? Optional.empty() : Optional.of(account(items.get(0)));
  }

  static PostingAnswer answer(UUID id, Reply reply) {
    if (reply.status() == UNPROCESSABLE) {
      return PostingAnswer.refused(id, text(reply.body(), "code"), text(reply.body(), "detail"));
    }
    if (reply.status() == NOT_FOUND) {
      throw new AccountCallFailed("the account context has no journals");
    }
    return PostingAnswer.posted(id, Instant.parse(text(reply.body(), "bookedAt")));
  }

  static AccountSummary account(JsonNode account) {
    return new AccountSummary(
        UUID.fromString(text(account, "id")),
        text(account, "number"),
        optional(account, "clientId").map(UUID::fromString).orElse(null),
        optional(account, "branch").orElse(null),
        text(account, "currency"));
  }

  private static String text(JsonNode object, String member) {
    return optional(object, member)
        .orElseThrow(() -> new AccountCallFailed("the account context's answer has no " + member));
  }

  private static Optional<String> optional(JsonNode object, String member) {
    return Optional.ofNullable(object.path(member).textValue());
  }
}
