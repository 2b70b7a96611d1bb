package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Transaction;

/**
 * Finds batches whose order to the ledger was lost, by a crash or a timeout, and gives it again
 * with the same ids. Any number of replicas may do so at once.
 */
@ApplicationScoped
public class ReconcileBatches {

  private static final Logger LOG = Logger.getLogger(ReconcileBatches.class.getName());

  private final UnitOfWork units;
  private final TransferBatches batches;
  private final OrderBatch orders;
  private final ReconcileSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected ReconcileBatches() {
    this(null, null, null, null, null);
  }

  @Inject
  public ReconcileBatches(
      UnitOfWork units,
      TransferBatches batches,
      OrderBatch orders,
      ReconcileSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.batches = batches;
    this.orders = orders;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes on some.
   *
   * @return how many were lost
   */
  public int reconcileOnce() {
    var lost =
        units.within(() -> batches.retry(clock.instant(), settings.patience(), settings.batch()));
    lost.forEach(this::orderAgain);
    return lost.size();
  }

  /** As with single orders, one is no hindrance to the others. */
  private void orderAgain(Attempt attempt) {
    var id = attempt.batchId();
    try {
      var batch = units.within(() -> batches.find(id)).orElseThrow();
      orders.order(batch, attempt, Transaction.PLATFORM).toCompletableFuture().join();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "transfer batch " + id + " cannot be ordered again now", e);
    }
  }
}
