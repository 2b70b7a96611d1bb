package org.corridor.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Counts events that have come to a place, and measures how long after they happened. Of events
 * that come together the first one, which is the oldest, is measured: clocks cost more than
 * counting.
 */
final class EventMeter {

  private final Clock clock;
  private final Counter events;
  private final Timer lag;

  private EventMeter(Clock clock, Counter events, Timer lag) {
    this.clock = clock;
    this.events = events;
    this.lag = lag;
  }

  /** Of events that a receiver has confirmed. */
  static EventMeter ofRelay(MetricRegistry metrics, String context) {
    return of(metrics, "corridor_events_relayed", "handed on", new Tag("context", context));
  }

  /** Of events whose effect is committed. */
  static EventMeter ofConsumer(MetricRegistry metrics, String context) {
    return of(metrics, "corridor_events_taken", "taken", new Tag("consumer", context));
  }

  private static EventMeter of(MetricRegistry metrics, String name, String done, Tag who) {
    var count =
        Metadata.builder().withName(name).withDescription("events that were " + done).build();
    var lag =
        Metadata.builder()
            .withName(name + "_lag")
            .withDescription("from when an event happened until it was " + done)
            .build();
    return new EventMeter(Clock.systemUTC(), metrics.counter(count, who), metrics.timer(lag, who));
  }

  /**
   * @param oldest when the first of them happened
   */
  void count(int howMany, Instant oldest) {
    events.inc(howMany);
    var age = Duration.between(oldest, clock.instant());
    // clocks of two machines may differ by more than an event takes
    lag.update(age.isNegative() ? Duration.ZERO : age);
  }
}
