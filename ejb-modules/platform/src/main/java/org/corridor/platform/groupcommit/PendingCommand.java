package org.corridor.platform.groupcommit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A command and the future that its caller waits on.
 *
 * @param size how many small commands it weighs as much as
 */
record PendingCommand<C, R>(C command, int size, CompletableFuture<R> answer, long submittedNanos) {

  static <C, R> PendingCommand<C, R> of(C command, int size) {
    return new PendingCommand<>(command, size, new CompletableFuture<>(), System.nanoTime());
  }

  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - submittedNanos);
  }

  /** True if the caller has given up: nobody would learn the outcome. */
  boolean isAbandoned() {
    return answer.isDone();
  }
}
