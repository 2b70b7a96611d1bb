package org.corridor.transaction.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final double MIDDLE = 0.5;

  private final RetryPolicy policy =
      new RetryPolicy(
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          3,
          Duration.ofSeconds(15),
          Duration.ofMinutes(10));

  @Test
  void threeAttemptsComeSoonAndThenThePausesGrowToMinutes() {
    assertThat(IntStream.rangeClosed(1, 10).mapToObj(n -> policy.pause(n, MIDDLE)))
        .containsExactly(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(240),
            Duration.ofSeconds(480),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));
    assertThat(policy.pause(Integer.MAX_VALUE, MIDDLE)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void shortPausesEndAtTheirCap() {
    var many =
        new RetryPolicy(
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            20,
            Duration.ofSeconds(15),
            Duration.ofMinutes(10));

    assertThat(many.pause(6, MIDDLE)).isEqualTo(Duration.ofMillis(3_200));
    assertThat(many.pause(7, MIDDLE)).isEqualTo(Duration.ofSeconds(5));
    assertThat(many.pause(19, MIDDLE)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void jitterIsAFifthUpAndDown() {
    assertThat(policy.pause(1, 0)).isEqualTo(Duration.ofMillis(80));
    assertThat(policy.pause(1, 1)).isEqualTo(Duration.ofMillis(120));
  }

  @Test
  void whatIsUnderWayElsewhereIsLookedAtLessAndLessOften() {
    assertThat(policy.look(1, MIDDLE)).isEqualTo(Duration.ofMillis(100));
    assertThat(policy.look(5, MIDDLE)).isEqualTo(Duration.ofMillis(1_600));
    assertThat(policy.look(40, MIDDLE)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void refusesWhatCannotBeMeantSo() {
    var second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RetryPolicy(second, second, 0, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(second, Duration.ofMillis(1), 1, second, second))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
