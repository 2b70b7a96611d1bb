package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void letsAPersonMistypeAFewTimes() {
    var lockOut = charged(LockOut.none(), LockOut.FREE_FAILURES - 1);

    assertThat(lockOut.refuses(NOON)).isFalse();
  }

  @Test
  void delaysTheAttemptAfterTheLastFreeOne() {
    var lockOut = charged(LockOut.none(), LockOut.FREE_FAILURES);

    assertThat(lockOut.refuses(NOON.plusSeconds(9))).isTrue();
    assertThat(lockOut.refuses(NOON.plusSeconds(10))).isFalse();
  }

  @Test
  void doublesTheDelayWithEachFailureUpToAQuarterOfAnHour() {
    var lockOut = charged(LockOut.none(), LockOut.FREE_FAILURES);
    var delays = new Duration[9];
    for (var i = 0; i < delays.length; i++) {
      delays[i] = Duration.between(NOON, lockOut.refusedUntil());
      lockOut = lockOut.charged(NOON);
    }

    assertThat(delays)
        .extracting(Duration::toSeconds)
        .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
  }

  @Test
  void isExhaustedAfterAHundredInARow() {
    assertThat(charged(LockOut.none(), 99).isExhausted()).isFalse();
    assertThat(charged(LockOut.none(), 100).isExhausted()).isTrue();
  }

  private static LockOut charged(LockOut lockOut, int times) {
    var result = lockOut;
    for (var i = 0; i < times; i++) {
      result = result.charged(NOON);
    }
    return result;
  }
}
