package org.corridor.account.infrastructure.ledger;

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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs the posters from the start of the application to its end. */
@Singleton
@Startup
@DependsOn("AccountSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class PosterThreads {

  @Resource(lookup = "jdbc/account-ledger")
  private DataSource dataSource;

  @Resource private ManagedThreadFactory threadFactory;

  private final QueuedLedger ledger;
  private final LedgerMetrics metrics;

  @Inject
  public PosterThreads(QueuedLedger ledger, LedgerMetrics metrics) {
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /** For the container, which demands it to be public. */
  public PosterThreads() {
    this(null, null);
  }

  @PostConstruct
  void start() {
    metrics.watch(ledger.group());
    ledger
        .group()
        .start(
            threadFactory,
            "corridor-poster",
            dataSource,
            new LedgerWork(Clock.systemUTC()),
            metrics);
  }

  @PreDestroy
  void stop() {
    ledger.group().stop();
  }

  /** False if a poster has died: nothing but a restart brings it back. */
  public boolean areAlive() {
    return ledger.group().isAlive();
  }
}
