package org.corridor.transaction.infrastructure.payment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;
import org.corridor.transaction.application.payment.TakeReturns;
import org.corridor.transaction.infrastructure.TransactionSettings;

/** Asks every now and then what has come back. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class ReturnsLoop {

  private static final Logger LOG = Logger.getLogger(ReturnsLoop.class.getName());

  @Resource private ManagedScheduledExecutorService threads;
  @Inject private TakeReturns returns;
  @Inject private TransactionSettings settings;
  private ScheduledFuture<?> asking;

  @PostConstruct
  void start() {
    var pause = settings.returnsEvery().toMillis();
    asking =
        threads.scheduleWithFixedDelay(
            new Repeated(this::ask), pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    asking.cancel(false);
  }

  /** An exception must not escape: the executor would never call again. */
  private void ask() {
    try {
      var taken = returns.takeOnce();
      if (taken > 0) {
        LOG.log(Level.INFO, "payments have come back: {0}", taken);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "it cannot be asked what has come back; trying again", e);
    }
  }
}
