package org.corridor.dev.proof.crash;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.corridor.dev.proof.crash.CrashRound.Result;

/** Round after round, at random moments. */
final class CrashSuite {

  private static final int SHORTEST_MILLISECONDS = 300;
  private static final int LONGEST_MILLISECONDS = 4_000;

  private final CrashSite site;
  private final Random random;
  private final PrintStream out;

  CrashSuite(CrashSite site, long seed, PrintStream out) {
    this.site = site;
    this.random = new Random(seed);
    this.out = out;
  }

  /** All rounds together. */
  record Outcome(int rounds, Result result) {

    /** The last line of the command. */
    String line() {
      return String.format(
          Locale.ROOT,
          "rounds=%d acknowledged=%d lost=%d doubled=%d unbalanced=%d",
          rounds,
          result.acknowledged(),
          result.lost(),
          result.doubled(),
          result.unbalanced());
    }
  }

  Outcome run(int rounds) {
    var sum = Result.NOTHING;
    for (var round = 1; round <= rounds; round++) {
      var victim = Victim.any(random);
      var underLoad =
          Duration.ofMillis(
              SHORTEST_MILLISECONDS
                  + (long) random.nextInt(LONGEST_MILLISECONDS - SHORTEST_MILLISECONDS));
      var start = System.nanoTime();
      var result = new CrashRound(site).run(victim, underLoad);
      sum = sum.plus(result);
      out.printf(
          Locale.ROOT,
          "round %d: %s killed after %d ms; %s; %d s%n",
          round,
          victim,
          underLoad.toMillis(),
          result,
          Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
    return new Outcome(rounds, sum);
  }
}
