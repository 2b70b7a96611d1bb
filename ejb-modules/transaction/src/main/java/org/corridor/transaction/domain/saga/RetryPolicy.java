package org.corridor.transaction.domain.saga;

import java.time.Duration;

/**
 * How long to wait between the attempts at a step: at first short pauses that double, with jitter;
 * after some attempts, pauses that grow to minutes.
 *
 * @param first the first short pause
 * @param longest no short pause is longer
 * @param attempts how many come with short pauses between them
 * @param waitFirst the first long pause
 * @param waitLongest no pause at all is longer
 */
public record RetryPolicy(
    Duration first, Duration longest, int attempts, Duration waitFirst, Duration waitLongest) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double SPREAD = 0.2;

  public RetryPolicy {
    if (attempts < 1 || first.isZero() || first.isNegative()) {
      throw new IllegalArgumentException("attempts are one at least, with some time in between");
    }
    if (longest.compareTo(first) < 0 || waitLongest.compareTo(waitFirst) < 0) {
      throw new IllegalArgumentException("the longest pause is no shorter than the first");
    }
  }

  /**
   * After an attempt that has failed.
   *
   * @param failed how many have, in a row
   * @param jitter from 0 to 1: pauses are a fifth shorter to a fifth longer, so that not all come
   *     back at the same instant
   */
  public Duration pause(int failed, double jitter) {
    var pause =
        failed < attempts
            ? doubled(first, failed - 1, longest)
            : doubled(waitFirst, failed - attempts, waitLongest);
    return spread(pause, jitter);
  }

  /** Until the next look at what is under way at somebody else's. */
  public Duration look(int looks, double jitter) {
    return spread(doubled(first, looks - 1, waitLongest), jitter);
  }

  private static Duration doubled(Duration start, int times, Duration most) {
    var pause = start.multipliedBy(1L << Math.min(Math.max(times, 0), MAX_DOUBLINGS));
    return pause.compareTo(most) < 0 ? pause : most;
  }

  private static Duration spread(Duration pause, double jitter) {
    return Duration.ofMillis(Math.round(pause.toMillis() * (1 - SPREAD + 2 * SPREAD * jitter)));
  }
}
