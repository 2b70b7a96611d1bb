package org.corridor.transaction.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.corridor.transaction.application.WorkerThreads;

/**
 * Threads that wait for others: for the ledger over HTTP, or for a database transaction of one's
 * own. As many as calls to the ledger may be under way; the server's own pool has about as many as
 * processors, and would let most of them wait.
 */
@ApplicationScoped
public class TransactionThreads {

  private static final int AT_ONCE = 64;
  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory factory;

  private ThreadPoolExecutor pool;

  @PostConstruct
  void open() {
    pool =
        new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    pool.allowCoreThreadTimeOut(true);
  }

  @Produces
  @WorkerThreads
  Executor workers() {
    return pool;
  }

  @PreDestroy
  void close() {
    pool.shutdown();
  }
}
