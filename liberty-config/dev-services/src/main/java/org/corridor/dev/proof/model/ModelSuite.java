package org.corridor.dev.proof.model;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.corridor.dev.proof.model.Platform.Inconclusive;

/**
 * Plays random stories, several at the same time, until time is up or one fails. A failing story is
 * made short and printed.
 */
public final class ModelSuite {

  private static final int AT_ONCE = 4;
  private static final Duration SHRINKING = Duration.ofMinutes(2);

  private final Platform platform;
  private final long seed;
  private final PrintStream out;
  private final AtomicLong nextStory = new AtomicLong();
  private final AtomicLong stories = new AtomicLong();
  private final AtomicLong commands = new AtomicLong();
  private final AtomicLong inconclusive = new AtomicLong();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private volatile boolean failed;

  public ModelSuite(Platform platform, long seed, PrintStream out) {
    this.platform = platform;
    this.seed = seed;
    this.out = out;
  }

  /**
   * What came out.
   *
   * @param stories that were played to their end
   * @param inconclusive stories that were left because the platform did not say what it has done
   */
  public record Outcome(long seed, long stories, long commands, long inconclusive, int failures) {

    /** That something was tried, most of it could be told, and nothing failed. */
    public boolean isConvincing() {
      return failures == 0 && stories > 0 && inconclusive <= stories / 10;
    }

    /** The last line of the command. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "seed=%d stories=%d commands=%d failures=%d",
          seed,
          stories,
          commands,
          failures);
    }
  }

  public Outcome run(Duration howLong) {
    out.println("seed=" + seed);
    var deadline = Instant.now().plus(howLong);
    var failures = new ArrayList<Failure>();
    for (var failure : playUntil(deadline)) {
      failure.ifPresent(failures::add);
    }
    for (var failure : failures) {
      tell(failure);
    }
    out.println("answers: " + new TreeMap<>(answers));
    if (inconclusive.get() > 0) {
      out.println(inconclusive + " stories were left: the platform did not say what it has done");
    }
    return new Outcome(seed, stories.get(), commands.get(), inconclusive.get(), failures.size());
  }

  private List<Optional<Failure>> playUntil(Instant deadline) {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var running = new ArrayList<Future<Optional<Failure>>>();
      for (var i = 0; i < AT_ONCE; i++) {
        Callable<Optional<Failure>> player = () -> play(deadline);
        running.add(threads.submit(player));
      }
      var ends = new ArrayList<Optional<Failure>>();
      for (var end : running) {
        ends.add(end.get());
      }
      return ends;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stories were played", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a story could not be played", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** One story after the other; the first failure ends it for all. */
  private Optional<Failure> play(Instant deadline) {
    var player = new Player(platform);
    while (!failed && Instant.now().isBefore(deadline)) {
      var author = new Author(seedOf(nextStory.getAndIncrement()));
      try {
        var played = player.play(author.cents(), author);
        stories.incrementAndGet();
        commands.addAndGet(played.story().commands());
        played.replies().forEach(round -> round.forEach(this::count));
        if (played.failure().isPresent()) {
          failed = true;
          return played.failure();
        }
      } catch (Inconclusive e) {
        inconclusive.incrementAndGet();
        out.println("left a story: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private void count(Reply reply) {
    answers.computeIfAbsent(reply.toString(), answer -> new LongAdder()).increment();
  }

  /** Neighbouring numbers must not give similar stories. */
  private long seedOf(long story) {
    return seed * 0x9E37_79B9_7F4A_7C15L + story * 0xBF58_476D_1CE4_E5B9L;
  }

  private void tell(Failure failure) {
    out.println("a story of " + failure.story().commands() + " commands fails; making it short");
    var shortest = new Shrinker(new Player(platform), SHRINKING).shrink(failure);
    out.println("FAILURE, of seed " + seed);
    shortest.lines().forEach(out::println);
  }
}
