package org.corridor.transaction.infrastructure.saga;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.saga.StepCalls;
import org.corridor.transaction.domain.saga.StepOutcome;
import org.corridor.transaction.domain.saga.StepOutcome.TryAgain;
import org.corridor.transaction.domain.saga.StepOutcome.Unknown;

/**
 * Calls on threads of their own: who waits for one waits no longer than its timeout, whatever the
 * call does. One that goes on regardless keeps its thread; there are only so many.
 */
@ApplicationScoped
public class TimedStepCalls implements StepCalls {

  private static final Logger LOG = Logger.getLogger(TimedStepCalls.class.getName());
  private static final int AT_ONCE = 64;
  private static final long IDLE_SECONDS = 30;

  @Resource private ManagedThreadFactory factory;
  private ExecutorService threads;

  /** For the container. */
  public TimedStepCalls() {}

  public TimedStepCalls(ThreadFactory factory) {
    threads = pool(factory);
  }

  @PostConstruct
  void open() {
    threads = pool(factory);
  }

  private static ExecutorService pool(ThreadFactory factory) {
    return new ThreadPoolExecutor(
        0, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  @Override
  public StepOutcome make(Supplier<StepOutcome> call, Duration timeout) {
    try {
      var made = threads.submit(call::get);
      try {
        return made.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        made.cancel(true);
        return new Unknown("no answer within " + timeout);
      }
    } catch (RejectedExecutionException e) {
      return new TryAgain("too much is under way");
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "a step has failed", e.getCause());
      return new Unknown("the call has failed: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown("interrupted");
    }
  }
}
