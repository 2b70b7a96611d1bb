package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.id.Ids;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.TransactionAccess.Verdict;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.ReversalOutcome;
import org.corridor.transaction.domain.Transaction;

/**
 * Undoes a paid transaction by a new one that moves the same the other way. Which reversal it shall
 * be is decided while the original's row is held, so there is one at a time, and one that is paid.
 * No limits apply but the caller's own, above which another must approve.
 */
@ApplicationScoped
public class ReverseTransaction {

  private final UnitOfWork units;
  private final OpenTransaction openings;
  private final Transactions transactions;
  private final OrderPosting orders;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReverseTransaction() {
    this(null, null, null, null, null);
  }

  @Inject
  public ReverseTransaction(
      UnitOfWork units,
      OpenTransaction openings,
      Transactions transactions,
      OrderPosting orders,
      @TransactionClock Clock clock) {
    this.units = units;
    this.openings = openings;
    this.transactions = transactions;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @param reason becomes the reference of the reversal; may be null
   */
  public MoveOutcome reverse(MoveRequest request, UUID originalId, String reason) {
    var opening = units.within(() -> open(request, originalId, reason));
    if (opening instanceof Opened opened) {
      return new MoveOutcome.Made(orders.order(opened, request.caller().subject()), false);
    }
    return ((Opening.Refused) opening).outcome();
  }

  private Opening open(MoveRequest request, UUID originalId, String reason) {
    var known = openings.known(request.key());
    if (known.isPresent()) {
      return new Opening.Refused(known.get());
    }
    var held = transactions.hold(originalId);
    if (held.isEmpty()) {
      return new Opening.Refused(new MoveOutcome.NotFound());
    }
    var original = held.get();
    var verdict = TransactionAccess.mayReverse(request.caller(), original);
    if (verdict != Verdict.ALLOWED) {
      Concealed.unless(verdict != Verdict.HIDDEN, request.caller(), "transaction", originalId);
      return new Opening.Refused(
          verdict == Verdict.HIDDEN
              ? new MoveOutcome.NotFound()
              : new MoveOutcome.Forbidden(verdict.detail()));
    }
    var reversalId = Ids.next();
    var now = clock.instant();
    var outcome = original.requestReversal(reversalId, request.caller().subject(), now);
    if (outcome instanceof Change change) {
      transactions.save(change);
      return open(request, original, reversalId, reason, now);
    }
    return new Opening.Refused(refusal(outcome));
  }

  private Opened open(
      MoveRequest request, Transaction original, UUID reversalId, String reason, Instant now) {
    var caller = request.caller();
    return openings.open(
        reversalId,
        request.key(),
        original.undoing(reason),
        new Making(caller.subject(), now, request.correlationId()),
        Limit.ownLimit(original.movement().amount(), caller));
  }

  private static MoveOutcome refusal(ReversalOutcome outcome) {
    if (outcome instanceof ReversalOutcome.AlreadyReversed reversed) {
      return new MoveOutcome.Refused(
          "already-reversed", "It was undone by transaction " + reversed.reversalId() + ".");
    }
    if (outcome instanceof ReversalOutcome.InProgress running) {
      return new MoveOutcome.Conflict(
          "reversal-in-progress", "Transaction " + running.reversalId() + " is about to undo it.");
    }
    if (outcome instanceof ReversalOutcome.IsReversal) {
      return new MoveOutcome.Refused(
          "reversal-not-reversible", "A reversal is not undone: make a new transaction.");
    }
    var status = ((ReversalOutcome.NotPaid) outcome).status();
    return new MoveOutcome.Refused(
        "not-paid", "Only what is PAID can be undone; it is " + status + ".");
  }
}
