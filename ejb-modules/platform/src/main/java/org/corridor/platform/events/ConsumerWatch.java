package org.corridor.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Knows whether a consumer takes the events that wait for it. It is looked at now and then: events
 * that wait and none taken between two looks are events that are stuck.
 */
public final class ConsumerWatch {

  private static final Duration STALLED_AFTER = Duration.ofSeconds(20);

  private final Clock clock;
  private final AtomicLong taken = new AtomicLong();
  private long takenBefore = -1;
  private Instant since;

  public ConsumerWatch(Clock clock) {
    this.clock = clock;
  }

  /** The consumer has taken an event. */
  public void took() {
    taken.incrementAndGet();
  }

  /**
   * False if events have waited for twenty seconds and none was taken.
   *
   * @param waiting how many wait now
   */
  public synchronized boolean getsThrough(long waiting) {
    var now = clock.instant();
    var takenNow = taken.get();
    if (waiting == 0 || takenNow != takenBefore) {
      takenBefore = takenNow;
      since = now;
    }
    return Duration.between(since, now).compareTo(STALLED_AFTER) < 0;
  }
}
