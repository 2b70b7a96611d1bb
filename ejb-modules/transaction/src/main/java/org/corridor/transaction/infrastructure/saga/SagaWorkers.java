package org.corridor.transaction.infrastructure.saga;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.saga.RunSagas;
import org.corridor.transaction.application.saga.SagaSettings;
import org.corridor.transaction.application.saga.SagaStarter;

/**
 * The threads that work at sagas. One that finds work wakes another, so there are as many as there
 * is work, and no more than are allowed.
 */
@ApplicationScoped
public class SagaWorkers implements SagaStarter {

  private static final Logger LOG = Logger.getLogger(SagaWorkers.class.getName());
  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory factory;
  private final RunSagas sagas;
  private final SagaSettings settings;
  private final Semaphore free;
  private ExecutorService threads;
  private volatile boolean failing;

  /** For the container's proxy. */
  protected SagaWorkers() {
    this.sagas = null;
    this.settings = null;
    this.free = null;
  }

  @Inject
  public SagaWorkers(RunSagas sagas, SagaSettings settings) {
    this.sagas = sagas;
    this.settings = settings;
    this.free = new Semaphore(settings.atOnce());
  }

  @PostConstruct
  void open() {
    var pool =
        new ThreadPoolExecutor(
            settings.atOnce(),
            settings.atOnce(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            factory);
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  @Override
  public void soon(UUID sagaId) {
    begin(() -> sagas.run(sagaId));
  }

  /** Has somebody look for work. */
  void wake() {
    begin(this::workOn);
  }

  /** False if the last look for work has failed. */
  boolean getThrough() {
    return !failing;
  }

  private void begin(Runnable work) {
    if (free.tryAcquire()) {
      threads.execute(() -> within(work));
    }
  }

  private void within(Runnable work) {
    try {
      work.run();
      failing = false;
    } catch (RuntimeException e) {
      // its lease ends, and somebody takes it on
      failing = true;
      LOG.log(Level.WARNING, "a saga cannot be worked at; trying again", e);
    } finally {
      free.release();
    }
  }

  private void workOn() {
    while (!Thread.currentThread().isInterrupted() && sagas.runNext()) {
      wake();
    }
  }
}
