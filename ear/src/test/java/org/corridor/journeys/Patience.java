package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Patience {

  private static final long PAUSE_MILLISECONDS = 100;

  private Patience() {}

  /** Asks until it is so, and fails if it is not in time. */
  static void await(Duration atMost, BooleanSupplier condition) {
    var deadline = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(deadline);
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }
  }
}
