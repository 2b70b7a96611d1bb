package org.corridor.transaction.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;
import org.corridor.transaction.application.ReconcileBatches;
import org.corridor.transaction.application.ReconcileOrders;
import org.corridor.transaction.application.TransactionClock;

/** Looks for lost orders every few seconds. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class ReconciliationLoop {

  private static final Logger LOG = Logger.getLogger(ReconciliationLoop.class.getName());
  private static final Duration STALLED_AFTER = Duration.ofMinutes(1);

  @Resource private ManagedScheduledExecutorService threads;

  @Inject private ReconcileOrders reconciliation;
  @Inject private ReconcileBatches batches;
  @Inject private TransactionSettings settings;

  @Inject @TransactionClock private Clock clock;

  private ScheduledFuture<?> reconciling;
  private volatile Instant lastSuccess;

  @PostConstruct
  void start() {
    lastSuccess = clock.instant();
    var pause = settings.reconcileEvery().toMillis();
    reconciling =
        threads.scheduleWithFixedDelay(
            new Repeated(this::reconcile), pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    reconciling.cancel(false);
  }

  /** False if lost orders could not even be looked for during the last minute. */
  public boolean getsThrough() {
    var silence = Duration.between(lastSuccess, clock.instant());
    return silence.compareTo(STALLED_AFTER.plus(settings.reconcileEvery())) < 0;
  }

  /** An exception must not escape: the executor would never call again. */
  private void reconcile() {
    try {
      var lost = reconciliation.reconcileOnce() + batches.reconcileOnce();
      if (lost > 0) {
        LOG.info("asked the ledger again about lost orders: " + lost);
      }
      lastSuccess = clock.instant();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "lost orders cannot be looked for; trying again", e);
    }
  }
}
