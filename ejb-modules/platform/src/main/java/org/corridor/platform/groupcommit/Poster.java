package org.corridor.platform.groupcommit;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;

/**
 * Takes what has queued up, commits it in one transaction, answers; again and again, on a thread of
 * its own. Several may work on the same database: the locks that the work takes put them in order.
 *
 * <p>If a transaction fails, nothing of it has been answered. After an outage the same group is
 * tried again; otherwise it is halved until the command that is to blame stands alone. Trying again
 * is right even when the commit failed and may have happened: each command finds what it did
 * before, as {@link GroupWork} demands.
 */
final class Poster<C, R> implements Runnable {

  private static final Logger LOG = Logger.getLogger(Poster.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLISECONDS = 50;

  private final CommandQueue<C, R> queue;
  private final GroupTransaction<C, R> transaction;
  private final int groupSize;
  private final GroupObserver<C, R> observer;
  private volatile boolean stopping;

  Poster(
      CommandQueue<C, R> queue,
      GroupTransaction<C, R> transaction,
      int groupSize,
      GroupObserver<C, R> observer) {
    this.queue = queue;
    this.transaction = transaction;
    this.groupSize = groupSize;
    this.observer = observer;
  }

  /** Works until it is told to stop, and then until the queue is empty. */
  @Override
  public void run() {
    try {
      while (true) {
        var group = queue.take(groupSize, PATIENCE);
        if (!group.isEmpty()) {
          postOrSayWhyNot(group);
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

  /** Neither a bug nor an error of the virtual machine ends the thread that posts for everybody. */
  private void postOrSayWhyNot(List<PendingCommand<C, R>> group) throws InterruptedException {
    try {
      post(group, false);
    } catch (RuntimeException | Error bug) {
      var unknown = new OutcomeUnknown("a bug", bug);
      group.forEach(pending -> pending.answer().completeExceptionally(unknown));
      // which may fail for the same reason
      new Repeated(() -> LOG.log(Level.SEVERE, "a group of commands failed", bug)).run();
    }
  }

  /**
   * @param unsure whether an earlier transaction of these commands may have been committed
   */
  private void post(List<PendingCommand<C, R>> group, boolean unsure) throws InterruptedException {
    var unknown = unsure;
    GroupFailure failure = null;
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        commit(group);
        return;
      } catch (GroupFailure e) {
        failure = e;
        unknown |= e.isAtCommit();
        // alone it has a second chance: two replicas may just have been given the same new id
        if (!e.isOutage() && (group.size() > 1 || attempt > 0)) {
          break;
        }
        if (attempt < ATTEMPTS - 1) {
          LOG.log(Level.WARNING, "the database failed; trying again", e);
          pause(group, attempt, unknown, e);
        }
      }
    }
    if (group.size() > 1 && !failure.isOutage()) {
      var half = group.size() / 2;
      post(group.subList(0, half), unknown);
      post(group.subList(half, group.size()), unknown);
    } else {
      LOG.log(Level.SEVERE, "gave up on " + group.size() + " commands", failure);
      fail(group, failure, unknown);
    }
  }

  private void commit(List<PendingCommand<C, R>> group) throws GroupFailure {
    var start = System.nanoTime();
    var outcomes = transaction.run(group.stream().map(PendingCommand::command).toList());
    observer.committed(group.size(), Duration.ofNanos(System.nanoTime() - start));
    for (var i = 0; i < group.size(); i++) {
      var pending = group.get(i);
      observer.answered(pending.command(), outcomes.get(i), pending.waited());
      pending.answer().complete(outcomes.get(i));
    }
  }

  private void fail(List<PendingCommand<C, R>> group, GroupFailure failure, boolean unknown) {
    for (var pending : group) {
      observer.failed(pending.command());
      pending
          .answer()
          .completeExceptionally(
              unknown
                  ? new OutcomeUnknown("the commit failed", failure)
                  : new NothingDone("the database failed", failure));
    }
  }

  /** An interrupted poster stops; those who wait for it must not wait in vain. */
  private void pause(
      List<PendingCommand<C, R>> group, int attempt, boolean unknown, GroupFailure failure)
      throws InterruptedException {
    try {
      Thread.sleep(FIRST_PAUSE_MILLISECONDS << attempt);
    } catch (InterruptedException e) {
      fail(group, failure, unknown);
      throw e;
    }
  }
}
