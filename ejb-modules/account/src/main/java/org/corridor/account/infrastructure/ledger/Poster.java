package org.corridor.account.infrastructure.ledger;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.application.LedgerFailed;
import org.corridor.account.application.LedgerOutcomeUnknown;

/**
 * Takes what has queued up, commits it in one transaction, answers; again and again, on a thread of
 * its own. Several may work on the same database: the locks on the accounts put them in order.
 *
 * <p>If a transaction fails, nothing of it has been answered. After an outage the same batch is
 * tried again; otherwise it is halved until the command that is to blame stands alone. Trying again
 * is right even when the commit failed and may have happened: under the locks, which that
 * transaction has let go of by then, each command finds what it did before.
 */
final class Poster implements Runnable {

  private static final Logger LOG = Logger.getLogger(Poster.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLISECONDS = 50;

  private final CommandQueue queue;
  private final BatchTransaction transaction;
  private final int batchSize;
  private final PosterObserver observer;
  private volatile boolean stopping;

  Poster(CommandQueue queue, BatchTransaction transaction, int batchSize, PosterObserver observer) {
    this.queue = queue;
    this.transaction = transaction;
    this.batchSize = batchSize;
    this.observer = observer;
  }

  /** Works until it is told to stop, and then until the queue is empty. */
  @Override
  public void run() {
    try {
      while (true) {
        var batch = queue.take(batchSize, PATIENCE);
        if (!batch.isEmpty()) {
          postOrSayWhyNot(batch);
        } else if (stopping && queue.depth() == 0) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopping = true;
  }

  /** A bug must not end the thread that posts for everybody. */
  private void postOrSayWhyNot(List<PendingCommand> batch) throws InterruptedException {
    try {
      post(batch, false);
    } catch (RuntimeException bug) {
      LOG.log(Level.SEVERE, "a batch of the ledger failed", bug);
      var unknown = new LedgerOutcomeUnknown("the ledger failed", bug);
      batch.forEach(pending -> pending.answer().completeExceptionally(unknown));
    }
  }

  /**
   * @param unsure whether an earlier transaction of these commands may have been committed
   */
  private void post(List<PendingCommand> batch, boolean unsure) throws InterruptedException {
    var unknown = unsure;
    BatchFailure failure = null;
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        commit(batch);
        return;
      } catch (BatchFailure e) {
        failure = e;
        unknown |= e.isAtCommit();
        // alone it has a second chance: two replicas may just have been given the same new id
        if (!e.isOutage() && (batch.size() > 1 || attempt > 0)) {
          break;
        }
        if (attempt < ATTEMPTS - 1) {
          LOG.log(Level.WARNING, "the ledger's database failed; trying again", e);
          pause(batch, attempt, unknown, e);
        }
      }
    }
    if (batch.size() > 1 && !failure.isOutage()) {
      var half = batch.size() / 2;
      post(batch.subList(0, half), unknown);
      post(batch.subList(half, batch.size()), unknown);
    } else {
      LOG.log(Level.SEVERE, "the ledger gave up on " + batch.size() + " commands", failure);
      fail(batch, failure, unknown);
    }
  }

  private void commit(List<PendingCommand> batch) throws BatchFailure {
    var start = System.nanoTime();
    var outcomes = transaction.run(batch.stream().map(PendingCommand::command).toList());
    observer.committed(batch.size(), Duration.ofNanos(System.nanoTime() - start));
    for (var i = 0; i < batch.size(); i++) {
      var pending = batch.get(i);
      observer.answered(pending.command(), outcomes.get(i), pending.waited());
      pending.answer().complete(outcomes.get(i));
    }
  }

  private void fail(List<PendingCommand> batch, BatchFailure failure, boolean unknown) {
    for (var pending : batch) {
      observer.failed(pending.command());
      pending
          .answer()
          .completeExceptionally(
              unknown
                  ? new LedgerOutcomeUnknown("the commit failed", failure)
                  : new LedgerFailed("the ledger's database failed", failure));
    }
  }

  /** An interrupted poster stops; those who wait for it must not wait in vain. */
  private void pause(List<PendingCommand> batch, int attempt, boolean unknown, BatchFailure failure)
      throws InterruptedException {
    try {
      Thread.sleep(FIRST_PAUSE_MILLISECONDS << attempt);
    } catch (InterruptedException e) {
      fail(batch, failure, unknown);
      throw e;
    }
  }
}
