package org.corridor.account.infrastructure.audit;

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
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.schedule.Repeated;

/** Seals again and again; every replica tries, one at a time gets to it. */
@Singleton
@Startup
@DependsOn("AccountSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerSealer {

  private static final Logger LOG = Logger.getLogger(LedgerSealer.class.getName());
  private static final int SIZE = 1_000;
  private static final long PAUSE_MILLISECONDS = 500;

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @Resource private ManagedScheduledExecutorService threads;

  private final AuditMetrics metrics;
  private Sealing sealing;
  private ScheduledFuture<?> running;
  private volatile boolean failing;
  private volatile long unsealed;

  @Inject
  public LedgerSealer(AuditMetrics metrics) {
    this.metrics = metrics;
  }

  /** For the container, which demands it to be public. */
  public LedgerSealer() {
    this(null);
  }

  @PostConstruct
  void start() {
    sealing = new Sealing(dataSource, SIZE);
    metrics.watch(this);
    running =
        threads.scheduleWithFixedDelay(
            new Repeated(this::drain),
            PAUSE_MILLISECONDS,
            PAUSE_MILLISECONDS,
            TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    running.cancel(false);
  }

  /** Batches that were committed but not sealed, when it was last looked. */
  public long unsealed() {
    return unsealed;
  }

  /** An exception must not escape: the executor would never call again. */
  private void drain() {
    try {
      unsealed = sealing.unsealed();
      while (sealing.sealOnce() >= SIZE) {
        unsealed = sealing.unsealed();
      }
      if (failing) {
        failing = false;
        LOG.info("the ledger is sealed again");
      }
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "the ledger cannot be sealed; trying again", e);
      }
      failing = true;
    }
  }
}
