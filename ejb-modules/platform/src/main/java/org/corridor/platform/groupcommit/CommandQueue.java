package org.corridor.platform.groupcommit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Where commands wait for a poster: bounded, and full means no at once, never an unbounded wait. A
 * command whose caller has stopped waiting before a poster took it is dropped.
 */
final class CommandQueue<C, R> {

  private final BlockingDeque<PendingCommand<C, R>> waiting = new LinkedBlockingDeque<>();
  private final AtomicInteger depth = new AtomicInteger();
  private final int capacity;
  private final Duration answerTimeout;
  private final ToIntFunction<? super C> size;
  private volatile boolean closed;

  /**
   * @param answerTimeout after which a caller is told that the outcome is unknown
   * @param size what a command counts for, 1 or more
   */
  CommandQueue(int capacity, Duration answerTimeout, ToIntFunction<? super C> size) {
    this.capacity = capacity;
    this.answerTimeout = answerTimeout;
    this.size = size;
  }

  /** A new command, which may be refused because there are too many. */
  CompletableFuture<R> submit(C command) {
    if (closed) {
      return stopping();
    }
    // those who arrive at once may exceed the capacity by as many as they are, which is a few; and
    // the last one by its size, or what is larger than the capacity would never be taken
    if (depth.get() >= capacity) {
      return CompletableFuture.failedFuture(new Busy("the queue is full"));
    }
    return enqueue(command, waiting::addLast);
  }

  /**
   * The end of what was begun by a command that was taken: there is always room for it, and it goes
   * first, so that under load what was begun is ended before more is begun.
   */
  CompletableFuture<R> submitFollowUp(C command) {
    return closed ? stopping() : enqueue(command, waiting::addFirst);
  }

  private CompletableFuture<R> enqueue(C command, Consumer<PendingCommand<C, R>> place) {
    var pending = PendingCommand.<C, R>of(command, size.applyAsInt(command));
    depth.addAndGet(pending.size());
    place.accept(pending);
    if (closed && waiting.remove(pending)) {
      depth.addAndGet(-pending.size());
      return stopping();
    }
    return pending
        .answer()
        .orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(CommandQueue::answerOrUnknown);
  }

  /**
   * Waits for work, but not for more of it: a group is what has queued up meanwhile.
   *
   * @param max the size of the group, which the last command may exceed by its own
   * @return empty if there was none within the patience
   */
  List<PendingCommand<C, R>> take(int max, Duration patience) throws InterruptedException {
    var group = new ArrayList<PendingCommand<C, R>>();
    var next = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    var taken = 0;
    while (next != null) {
      group.add(next);
      taken += next.size();
      next = taken < max ? waiting.poll() : null;
    }
    depth.addAndGet(-taken);
    group.removeIf(PendingCommand::isAbandoned);
    return group;
  }

  /** What waits counts for. */
  int depth() {
    return depth.get();
  }

  /** Takes no more; what waits may still be taken by the posters. */
  void close() {
    closed = true;
  }

  /** Tells those who still wait that nothing was done. */
  void refuseRest() {
    for (var left = waiting.poll(); left != null; left = waiting.poll()) {
      depth.addAndGet(-left.size());
      left.answer().completeExceptionally(new Busy("stopping"));
    }
  }

  private static <R> CompletableFuture<R> stopping() {
    return CompletableFuture.failedFuture(new Busy("stopping"));
  }

  private static <R> R answerOrUnknown(R outcome, Throwable failure) {
    if (failure instanceof TimeoutException) {
      throw new OutcomeUnknown("no answer in time", failure);
    }
    if (failure instanceof RuntimeException known) {
      throw known;
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
    return outcome;
  }
}
