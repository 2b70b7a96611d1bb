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
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Runs the posters from the start of the application to its end. */
@Singleton
@Startup
@DependsOn("AccountSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class PosterThreads {

  private static final Logger LOG = Logger.getLogger(PosterThreads.class.getName());
  private static final long STOP_WITHIN_MILLISECONDS = 15_000;

  // not shared: a poster gives its connection back after each batch, and gets a sound one after an
  // outage, though its thread never ends
  @Resource(lookup = "jdbc/account-ledger")
  private DataSource dataSource;

  @Resource private ManagedThreadFactory threadFactory;

  private final QueuedLedger ledger;
  private final LedgerMetrics metrics;
  private final List<Poster> posters = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

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
    var settings = LedgerSettings.current();
    var queue = ledger.queue();
    metrics.watch(queue);
    for (var i = 0; i < settings.posters(); i++) {
      var transaction = new BatchTransaction(dataSource, Clock.systemUTC());
      var poster = new Poster(queue, transaction, settings.batchSize(), metrics);
      var thread = threadFactory.newThread(poster);
      thread.setName("corridor-poster-" + i);
      thread.start();
      posters.add(poster);
      threads.add(thread);
    }
  }

  /** What has queued up is still posted; then nobody may wait for an answer in vain. */
  @PreDestroy
  void stop() {
    ledger.queue().close();
    posters.forEach(Poster::stop);
    var deadline = System.currentTimeMillis() + STOP_WITHIN_MILLISECONDS;
    for (var thread : threads) {
      try {
        thread.join(Math.max(1, deadline - System.currentTimeMillis()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (thread.isAlive()) {
        LOG.log(Level.WARNING, "{0} does not stop in time", thread.getName());
      }
    }
    ledger.queue().refuseRest();
  }

  /** False if a poster has died: nothing but a restart brings it back. */
  public boolean areAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }
}
