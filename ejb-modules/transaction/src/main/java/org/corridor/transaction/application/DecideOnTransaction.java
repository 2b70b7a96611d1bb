package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.TransactionAccess.Verdict;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.DecisionOutcome;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;

/**
 * The second pair of eyes: lets a transaction go on, or stops it. Decided while its row is held;
 * the same decision again is answered as the first time, the opposite one is refused.
 */
@ApplicationScoped
public class DecideOnTransaction {

  private final UnitOfWork units;
  private final Transactions transactions;
  private final WriteDecision decisions;
  private final OrderPosting orders;
  private final Clock clock;

  /** For the container's proxy. */
  protected DecideOnTransaction() {
    this(null, null, null, null, null);
  }

  @Inject
  public DecideOnTransaction(
      UnitOfWork units,
      Transactions transactions,
      WriteDecision decisions,
      OrderPosting orders,
      @TransactionClock Clock clock) {
    this.units = units;
    this.transactions = transactions;
    this.decisions = decisions;
    this.orders = orders;
    this.clock = clock;
  }

  /** Lets it go on; the ledger is ordered at once. */
  public MoveOutcome approve(Caller caller, UUID id) {
    return decide(
        caller,
        id,
        transaction -> transaction.approve(caller.subject(), clock.instant()),
        Transaction::wasApproved);
  }

  /**
   * Stops it for good.
   *
   * @param reason may be null; see {@link org.corridor.transaction.domain.Movement#isReference}
   */
  public MoveOutcome reject(Caller caller, UUID id, String reason) {
    return decide(
        caller,
        id,
        transaction -> transaction.reject(reason, caller.subject(), clock.instant()),
        transaction -> transaction.status() == Status.CANCELLED);
  }

  private MoveOutcome decide(
      Caller caller,
      UUID id,
      Function<Transaction, DecisionOutcome> decision,
      Function<Transaction, Boolean> decidedSo) {
    var step = units.within(() -> decideHeld(caller, id, decision, decidedSo));
    return step.opened()
        .map(o -> (MoveOutcome) new MoveOutcome.Made(orders.order(o, caller.subject()), false))
        .orElse(step.outcome());
  }

  private Step decideHeld(
      Caller caller,
      UUID id,
      Function<Transaction, DecisionOutcome> decision,
      Function<Transaction, Boolean> decidedSo) {
    var held = transactions.hold(id);
    if (held.isEmpty()) {
      return Step.ending(new MoveOutcome.NotFound());
    }
    var transaction = held.get();
    var verdict = TransactionAccess.mayDecide(caller, transaction);
    if (!Concealed.unless(verdict != Verdict.HIDDEN, caller, "transaction", id)) {
      return Step.ending(new MoveOutcome.NotFound());
    }
    if (verdict != Verdict.ALLOWED) {
      return Step.ending(new MoveOutcome.Forbidden(verdict.detail()));
    }
    if (decision.apply(transaction) instanceof Change change) {
      return Step.going(decisions.write(transaction, change));
    }
    return Step.ending(
        decidedSo.apply(transaction)
            ? new MoveOutcome.Made(transaction, true)
            : new MoveOutcome.Conflict(
                "not-awaiting-approval",
                "There is nothing to decide: it is " + transaction.status() + "."));
  }

  /** Either the end, or a transaction that goes on to the ledger if it was approved. */
  private record Step(Optional<Opened> opened, MoveOutcome outcome) {

    static Step ending(MoveOutcome outcome) {
      return new Step(Optional.empty(), outcome);
    }

    static Step going(Opened opened) {
      return new Step(Optional.of(opened), null);
    }
  }
}
