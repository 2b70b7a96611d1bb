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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;
import org.corridor.transaction.application.ExpireApprovals;

/** Looks for approvals that never came. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class ApprovalExpiryLoop {

  private static final Logger LOG = Logger.getLogger(ApprovalExpiryLoop.class.getName());

  @Resource private ManagedScheduledExecutorService threads;

  @Inject private ExpireApprovals expiry;
  @Inject private TransactionSettings settings;

  private ScheduledFuture<?> expiring;

  @PostConstruct
  void start() {
    var pause = settings.expireEvery().toMillis();
    expiring =
        threads.scheduleWithFixedDelay(
            new Repeated(this::expire), pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    expiring.cancel(false);
  }

  /** An exception must not escape: the executor would never call again. */
  private void expire() {
    try {
      var ended = expiry.expireOnce();
      if (ended > 0) {
        LOG.info("transactions that nobody approved in time have expired: " + ended);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "approvals that never came cannot be looked for; trying again", e);
    }
  }
}
