package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.transaction.application.DailyUsage.Slot;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.SettlementOutcome;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;

/**
 * Writes what happened to a transaction together with all that follows: its order is closed, its
 * share of the day's limit given back, the transaction that it undoes marked.
 *
 * <p>A reversal is always held before the transaction that it undoes, so two of these never wait
 * for each other.
 */
@ApplicationScoped
public class Consequences {

  private final Transactions transactions;
  private final PendingOrders orders;
  private final DailyUsage usage;
  private final OutcomeMeter meter;

  /** For the container's proxy. */
  protected Consequences() {
    this(null, null, null, null);
  }

  @Inject
  public Consequences(
      Transactions transactions, PendingOrders orders, DailyUsage usage, OutcomeMeter meter) {
    this.transactions = transactions;
    this.orders = orders;
    this.usage = usage;
    this.meter = meter;
  }

  /**
   * @param before the transaction, held
   */
  void write(Transaction before, Change change) {
    var after = change.after();
    save(before, change);
    if (after.status() == Status.PAID) {
      paid(before, after);
    } else if (after.status() == Status.DECLINED) {
      orders.close(after.id());
      notMoved(after, after.refusal().orElseThrow().code());
    } else if (after.status() == Status.CANCELLED) {
      notMoved(after, "rejected");
    } else if (after.status() == Status.EXPIRED) {
      notMoved(after, "expired");
    }
  }

  private void paid(Transaction before, Transaction after) {
    orders.close(after.id());
    if (after.movement().kind() == Kind.REVERSAL) {
      var original = original(after);
      save(original, original.reversed(after.id(), Transaction.PLATFORM, after.changedAt()));
    } else if (before.status() == Status.DECLINED) {
      usage.add(Slot.of(after), after.movement().amount());
    }
  }

  private void notMoved(Transaction after, String code) {
    if (after.movement().kind() == Kind.REVERSAL) {
      var original = original(after);
      save(
          original,
          original.reversalFailed(after.id(), code, Transaction.PLATFORM, after.changedAt()));
    } else {
      usage.giveBack(Slot.of(after), after.movement().amount());
    }
  }

  private Transaction original(Transaction reversal) {
    return transactions.hold(reversal.movement().reverses()).orElseThrow();
  }

  private void save(Transaction before, SettlementOutcome outcome) {
    if (outcome instanceof Change change) {
      transactions.save(change);
      var after = change.after();
      if (after.status() != before.status()) {
        meter.count(after.movement().kind(), after.status());
      }
    }
  }
}
