package org.corridor.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RelayLoopTest {

  private Instant now = Instant.parse("2026-11-02T12:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  void aLoopThatDoesNotComeRoundAnyMoreIsSeenThoughNothingHasFailed() {
    var loop = new RelayLoop(null, clock);

    assertThat(loop.getsThrough()).isTrue();
    now = now.plusSeconds(29);
    assertThat(loop.getsThrough()).isTrue();
    now = now.plusSeconds(1);
    assertThat(loop.getsThrough()).isFalse();
  }

  @Test
  void aSteadyClockGoesOn() throws InterruptedException {
    var steady = new SteadyClock();
    var before = steady.instant();

    Thread.sleep(5);

    assertThat(steady.instant()).isAfter(before);
  }
}
