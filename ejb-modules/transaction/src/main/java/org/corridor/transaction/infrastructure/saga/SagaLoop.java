package org.corridor.transaction.infrastructure.saga;

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
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.saga.ReadSagas;
import org.corridor.transaction.application.saga.SagaSettings;

/** Looks for sagas that are due, and how all of them stand. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class SagaLoop {

  private static final Logger LOG = Logger.getLogger(SagaLoop.class.getName());
  private static final Duration STALLED_AFTER = Duration.ofMinutes(1);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private SagaWorkers workers;
  @Inject private ReadSagas reading;
  @Inject private SagaMetrics metrics;
  @Inject private SagaSettings settings;
  @Inject @TransactionClock private Clock clock;
  private ScheduledFuture<?> looking;
  private volatile Instant lastSuccess;
  private Instant counted = Instant.EPOCH;

  @PostConstruct
  void start() {
    lastSuccess = clock.instant();
    metrics.watch();
    var pause = settings.every().toMillis();
    looking =
        threads.scheduleWithFixedDelay(
            new Repeated(this::look), pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
  }

  /** False if sagas were not even looked for during the last minute, or one is not taken on. */
  public boolean getsThrough() {
    var silence = Duration.between(lastSuccess, clock.instant());
    return silence.compareTo(STALLED_AFTER.plus(settings.every())) < 0;
  }

  /** An exception must not escape: the executor would never call again. */
  private void look() {
    try {
      workers.wake();
      var now = clock.instant();
      if (Duration.between(counted, now).compareTo(COUNT_EVERY) >= 0) {
        metrics.tell(reading.census());
        counted = now;
      }
      if (workers.getThrough()) {
        lastSuccess = now;
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "sagas cannot be looked for; trying again", e);
    }
  }
}
