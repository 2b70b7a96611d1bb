package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.transaction.application.PendingOrders.Attempt;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.SettlementOutcome;
import org.corridor.transaction.domain.Transaction;

/**
 * The last step of every transaction: what the ledger said is written, with all that follows from
 * it. Whoever learns of it first does so, a request, the reconciliation or an event; for the others
 * it is known already.
 */
@ApplicationScoped
public class RecordOutcome {

  private static final Logger LOG = Logger.getLogger(RecordOutcome.class.getName());

  private final UnitOfWork units;
  private final Transactions transactions;
  private final PendingOrders orders;
  private final Consequences consequences;
  private final ReconcileSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected RecordOutcome() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public RecordOutcome(
      UnitOfWork units,
      Transactions transactions,
      PendingOrders orders,
      Consequences consequences,
      ReconcileSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.transactions = transactions;
    this.orders = orders;
    this.consequences = consequences;
    this.settings = settings;
    this.clock = clock;
  }

  Transaction posted(UUID id, Instant bookedAt, String by) {
    return record(id, transaction -> transaction.posted(bookedAt, by, clock.instant()));
  }

  /** Within the caller's unit of work; true if this was news. */
  boolean postedWithin(UUID id, Instant bookedAt) {
    var held = transactions.hold(id);
    if (held.isEmpty()) {
      return false;
    }
    var before = held.get();
    var outcome = before.posted(bookedAt, Transaction.PLATFORM, clock.instant());
    if (outcome instanceof Change change) {
      consequences.write(before, change);
      return true;
    }
    return false;
  }

  /**
   * Believes a refusal only if no other attempt at the same order can still be fulfilled: the
   * ledger remembers what it has posted, not what it has refused.
   */
  Transaction refused(Attempt attempt, Refusal refusal, String by) {
    return record(
        attempt.transactionId(),
        transaction ->
            isFinal(attempt)
                ? transaction.refused(refusal, by, clock.instant())
                : new SettlementOutcome.AlreadyKnown(transaction.status()));
  }

  Transaction unanswered(UUID id, LedgerUnavailable cause, String by) {
    LOG.log(Level.WARNING, "the ledger did not answer for transaction " + id, cause);
    return record(id, transaction -> transaction.unanswered(by, clock.instant()));
  }

  private boolean isFinal(Attempt attempt) {
    var last = orders.lastAttempt(attempt.transactionId());
    var isLast = last.map(Attempt::number).filter(n -> n == attempt.number()).isPresent();
    return isLast
        && (attempt.number() == 1 || attempt.afterPrevious().compareTo(settings.quiet()) >= 0);
  }

  private Transaction record(UUID id, Function<Transaction, SettlementOutcome> decision) {
    return units.within(() -> decideAndWrite(id, decision));
  }

  private Transaction decideAndWrite(UUID id, Function<Transaction, SettlementOutcome> decision) {
    var before = transactions.hold(id).orElseThrow();
    if (decision.apply(before) instanceof Change change) {
      consequences.write(before, change);
      return change.after();
    }
    return before;
  }
}
