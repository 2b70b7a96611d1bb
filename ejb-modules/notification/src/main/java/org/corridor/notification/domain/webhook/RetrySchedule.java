package org.corridor.notification.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after each attempt that has failed; after the last one it is given up. */
public record RetrySchedule(List<Duration> pauses) {

  /** Of Standard Webhooks 1.0: ten attempts within four days. */
  public static final RetrySchedule USUAL =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  private static final double LEAST = 0.9;
  private static final double SPREAD = 0.2;

  public RetrySchedule {
    pauses = List.copyOf(pauses);
    if (pauses.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a pause that is negative: " + pauses);
    }
  }

  /**
   * Empty if there is to be no other attempt.
   *
   * @param tries that have failed
   * @param chance from 0 to 1, which spreads the attempts of many
   */
  public Optional<Duration> pauseAfter(int tries, double chance) {
    if (tries < 1 || tries > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(tries - 1).toMillis();
    return Optional.of(Duration.ofMillis(Math.round(pause * (LEAST + SPREAD * chance))));
  }
}
