package org.corridor.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsumerWatchTest {

  private Instant now = Instant.parse("2026-11-02T12:00:00Z");
  private final ConsumerWatch watch =
      new ConsumerWatch(
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
          });

  @Test
  void whoHasNothingToTakeGetsThrough() {
    assertThat(watch.getsThrough(0)).isTrue();
    later(60);
    assertThat(watch.getsThrough(0)).isTrue();
  }

  @Test
  void whoTakesNoneOfThoseThatWaitIsStuckAfterTwentySeconds() {
    assertThat(watch.getsThrough(3)).isTrue();
    later(19);
    assertThat(watch.getsThrough(3)).isTrue();
    later(1);
    assertThat(watch.getsThrough(4)).isFalse();
  }

  @Test
  void whoTakesAnyIsSlowButNotStuck() {
    assertThat(watch.getsThrough(1_000)).isTrue();
    later(60);
    watch.took();
    assertThat(watch.getsThrough(2_000)).isTrue();
    later(20);
    assertThat(watch.getsThrough(2_000)).isFalse();
  }

  @Test
  void anEventThatCameJustNowIsNotStuckHoweverLongNobodyLooked() {
    assertThat(watch.getsThrough(1)).isTrue();
    watch.took();
    later(3_600);
    assertThat(watch.getsThrough(1)).isTrue();
  }

  @Test
  void whoHasCaughtUpGetsThrough() {
    assertThat(watch.getsThrough(1)).isTrue();
    later(30);
    assertThat(watch.getsThrough(1)).isFalse();
    watch.took();
    assertThat(watch.getsThrough(0)).isTrue();
  }

  private void later(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
