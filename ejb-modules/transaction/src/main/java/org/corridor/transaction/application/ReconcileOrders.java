package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.PendingOrders.Attempt;

/**
 * Finds orders to the ledger that were lost, by a crash or a timeout, asks what became of them, and
 * gives them again with the same id if nothing did. Any number of replicas may do so at once.
 */
@ApplicationScoped
public class ReconcileOrders {

  private static final Logger LOG = Logger.getLogger(ReconcileOrders.class.getName());

  private final UnitOfWork units;
  private final PendingOrders pending;
  private final Transactions transactions;
  private final OrderPosting orders;
  private final ReconcileSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReconcileOrders() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public ReconcileOrders(
      UnitOfWork units,
      PendingOrders pending,
      Transactions transactions,
      OrderPosting orders,
      ReconcileSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.pending = pending;
    this.transactions = transactions;
    this.orders = orders;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes on one batch.
   *
   * @return how many orders were lost
   */
  public int reconcileOnce() {
    var lost =
        units.within(() -> pending.retry(clock.instant(), settings.patience(), settings.batch()));
    lost.forEach(this::orderAgain);
    return lost.size();
  }

  /** One that cannot be given now has its next turn; the others have theirs now. */
  private void orderAgain(Attempt attempt) {
    var id = attempt.transactionId();
    try {
      var transaction = units.within(() -> transactions.find(id).orElseThrow());
      orders.orderAgain(transaction, attempt);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the order of transaction " + id + " cannot be given again now", e);
    }
  }
}
