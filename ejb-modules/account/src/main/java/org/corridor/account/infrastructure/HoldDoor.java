package org.corridor.account.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.LedgerRecords;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldContract;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.LedgerUnavailable;

/** Holds for callers in the same EAR, who have checked what their own callers may do. */
@Stateless(name = "Holds")
@Local(HoldContract.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HoldDoor implements HoldContract {

  private final Ledger ledger;
  private final LedgerRecords records;

  @Inject
  public HoldDoor(Ledger ledger, LedgerRecords records) {
    this.ledger = ledger;
    this.records = records;
  }

  /** For the container, which demands it to be public. */
  public HoldDoor() {
    this(null, null);
  }

  @Override
  public HoldAnswer place(HoldOrder order) {
    return answer(
        order.id(),
        ledger.submit(
            new HoldPlacement(
                order.id(),
                order.accountId(),
                order.amount(),
                order.expiresAt(),
                order.correlationId())));
  }

  @Override
  public HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
    return answer(holdId, ledger.submit(new HoldRelease(holdId, accountId, correlationId)));
  }

  @Override
  public Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
    return records
        .hold(holdId)
        .filter(hold -> hold.accountId().equals(accountId))
        .map(HoldDoor::standing);
  }

  /** The caller waits; the ledger's own threads do not. */
  private static HoldAnswer answer(UUID holdId, CompletableFuture<Outcome> submitted) {
    Outcome outcome;
    try {
      outcome = submitted.join();
    } catch (CompletionException e) {
      throw new LedgerUnavailable("the ledger did not answer", e.getCause());
    }
    if (outcome instanceof Outcome.Refused refused) {
      return HoldAnswer.refused(holdId, refused.refusal().code(), refused.refusal().detail());
    }
    return standing(
        outcome instanceof Outcome.HoldPlaced placed
            ? placed.hold()
            : ((Outcome.HoldReleased) outcome).hold());
  }

  private static HoldAnswer standing(Hold hold) {
    return HoldAnswer.standing(hold.id(), hold.status().name());
  }
}
