package org.corridor.platform.events.rabbitmq;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt to connect: doubling, bounded, with jitter. */
final class Backoff {

  private static final long FIRST_MILLISECONDS = 200;
  private static final long LONGEST_MILLISECONDS = 15_000;

  private long next = FIRST_MILLISECONDS;

  /** In milliseconds: between half of the step and all of it. */
  synchronized long next() {
    var step = next;
    next = Math.min(LONGEST_MILLISECONDS, step * 2);
    return ThreadLocalRandom.current().nextLong(step / 2, step + 1);
  }

  synchronized void reset() {
    next = FIRST_MILLISECONDS;
  }
}
