package org.corridor.platform.groupcommit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * A queue of commands and the posters that empty it. The futures of {@link #submit} are completed
 * by a poster's thread, so whatever takes long must run elsewhere ({@code ...Async}). They complete
 * exceptionally with {@link Busy} or {@link NothingDone}, when nothing was done; or with {@link
 * OutcomeUnknown}.
 *
 * @param <C> a command
 * @param <R> its outcome
 */
public final class GroupCommit<C, R> {

  private static final Logger LOG = Logger.getLogger(GroupCommit.class.getName());
  private static final long STOP_WITHIN_MILLISECONDS = 15_000;

  private final Settings settings;
  private final CommandQueue<C, R> queue;
  private final List<Poster<C, R>> posters = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * How commands are grouped.
   *
   * @param capacity commands that may wait; more are refused
   * @param posters threads that post; each takes a connection for each group
   * @param groupSize commands of one transaction at most; the last may exceed it by its own size
   * @param answerTimeout after which a caller is told that the outcome is unknown
   */
  public record Settings(int capacity, int posters, int groupSize, Duration answerTimeout) {

    public Settings {
      require(capacity, "capacity");
      require(posters, "posters");
      require(groupSize, "groupSize");
      if (answerTimeout.isNegative() || answerTimeout.isZero()) {
        throw new IllegalArgumentException("answerTimeout must be a positive duration");
      }
    }

    /**
     * The settings {@code <prefix>.posters}, {@code <prefix>.poster.queue-capacity}, {@code
     * .batch-size} and {@code .answer-timeout}, as docs/reference/settings.md has them.
     *
     * @param capacity unless it is set
     * @param posters unless they are set
     */
    public static Settings from(Config config, String prefix, int capacity, int posters) {
      return new Settings(
          config
              .getOptionalValue(prefix + ".poster.queue-capacity", Integer.class)
              .orElse(capacity),
          config.getOptionalValue(prefix + ".posters", Integer.class).orElse(posters),
          config.getOptionalValue(prefix + ".poster.batch-size", Integer.class).orElse(1_000),
          config
              .getOptionalValue(prefix + ".poster.answer-timeout", Duration.class)
              .orElse(Duration.ofSeconds(10)));
    }

    private static void require(int value, String name) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be 1 or more, not " + value);
      }
    }
  }

  /**
   * @param size what a command counts for, 1 or more: some ask for what many others do
   */
  public GroupCommit(Settings settings, ToIntFunction<? super C> size) {
    this.settings = settings;
    this.queue = new CommandQueue<>(settings.capacity(), settings.answerTimeout(), size);
  }

  /**
   * Begins to work; what was submitted before has waited.
   *
   * @param threadFactory of the container
   * @param name of the threads, which are numbered
   * @param dataSource outside of JTA, and shared with nobody who waits for these posters
   *     (docs/adr/0009)
   */
  public void start(
      ThreadFactory threadFactory,
      String name,
      DataSource dataSource,
      GroupWork<C, R> work,
      GroupObserver<C, R> observer) {
    for (var i = 0; i < settings.posters(); i++) {
      var transaction = new GroupTransaction<>(dataSource, work);
      var poster = new Poster<>(queue, transaction, settings.groupSize(), observer);
      var thread = threadFactory.newThread(poster);
      thread.setName(name + "-" + i);
      thread.start();
      posters.add(poster);
      threads.add(thread);
    }
  }

  /** A new command, which is refused when too many wait. */
  public CompletableFuture<R> submit(C command) {
    return queue.submit(command);
  }

  /**
   * The end of what a command has begun: it is taken though too many wait, since there are no more
   * of these than of those.
   */
  public CompletableFuture<R> submitFollowUp(C command) {
    return queue.submitFollowUp(command);
  }

  /** Commands that wait for a poster. */
  public int depth() {
    return queue.depth();
  }

  /** False if a poster has died: nothing but a restart brings it back. */
  public boolean isAlive() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** What has queued up is still posted; then nobody may wait for an answer in vain. */
  public void stop() {
    queue.close();
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
    queue.refuseRest();
  }
}
