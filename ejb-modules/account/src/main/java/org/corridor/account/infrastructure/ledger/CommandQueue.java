package org.corridor.account.infrastructure.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.LedgerBusy;
import org.corridor.account.application.LedgerOutcomeUnknown;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/**
 * Where commands wait for a poster: bounded, and full means no at once, never an unbounded wait. A
 * command whose caller has stopped waiting before a poster took it is dropped.
 */
final class CommandQueue implements Ledger {

  private final BlockingQueue<PendingCommand> waiting;
  private final Duration answerTimeout;
  private volatile boolean closed;

  /**
   * @param answerTimeout after which a caller is told that the outcome is unknown
   */
  CommandQueue(int capacity, Duration answerTimeout) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.answerTimeout = answerTimeout;
  }

  /** What can never be accepted takes nobody's place in the queue. */
  @Override
  public CompletableFuture<Outcome> submit(LedgerCommand command) {
    var fault = command.fault();
    if (fault.isPresent()) {
      return CompletableFuture.completedFuture(new Outcome.Refused(fault.get()));
    }
    if (closed) {
      return stopping();
    }
    var pending = PendingCommand.of(command);
    if (!waiting.offer(pending)) {
      return CompletableFuture.failedFuture(new LedgerBusy("the ledger's queue is full"));
    }
    if (closed && waiting.remove(pending)) {
      return stopping();
    }
    return pending
        .answer()
        .orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(CommandQueue::answerOrUnknown);
  }

  /**
   * Waits for work, but not for more of it: a batch is what has queued up meanwhile.
   *
   * @return empty if there was none within the patience
   */
  List<PendingCommand> take(int max, Duration patience) throws InterruptedException {
    var first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    var batch = new ArrayList<PendingCommand>();
    batch.add(first);
    waiting.drainTo(batch, max - 1);
    batch.removeIf(PendingCommand::isAbandoned);
    return batch;
  }

  int depth() {
    return waiting.size();
  }

  /** Takes no more; what waits may still be taken by the posters. */
  void close() {
    closed = true;
  }

  /** Tells those who still wait that nothing was done. */
  void refuseRest() {
    for (var left = waiting.poll(); left != null; left = waiting.poll()) {
      left.answer().completeExceptionally(new LedgerBusy("the ledger is stopping"));
    }
  }

  private static CompletableFuture<Outcome> stopping() {
    return CompletableFuture.failedFuture(new LedgerBusy("the ledger is stopping"));
  }

  private static Outcome answerOrUnknown(Outcome outcome, Throwable failure) {
    if (failure instanceof TimeoutException) {
      throw new LedgerOutcomeUnknown("the ledger did not answer in time", failure);
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
