package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
  private static final KeySchedule SCHEDULE =
      new KeySchedule(Duration.ofDays(30), Duration.ofHours(2), Duration.ofMinutes(15));
  private static final KeySchedule.Key FIRST = new KeySchedule.Key("first", START);
  private static final KeySchedule.Key SECOND =
      new KeySchedule.Key("second", START.plus(Duration.ofDays(30)));

  @Test
  void leavesAKeyAloneUntilItsSuccessorMustBePublished() {
    var before = SECOND.signsFrom().minus(Duration.ofHours(2)).minusSeconds(1);

    assertThat(SCHEDULE.plan(List.of(FIRST), before).changesNothing()).isTrue();
    assertThat(SCHEDULE.plan(List.of(FIRST), before.plusSeconds(1)).nextSignsFrom())
        .contains(SECOND.signsFrom());
  }

  @Test
  void makesOneSuccessorOnly() {
    var published = SECOND.signsFrom().minus(Duration.ofHours(1));

    assertThat(SCHEDULE.plan(List.of(FIRST, SECOND), published).changesNothing()).isTrue();
  }

  @Test
  void letsAKeyNotSignBeforeItsTime() {
    var both = List.of(SECOND, FIRST);

    assertThat(SCHEDULE.signing(both, SECOND.signsFrom().minusMillis(1))).isEqualTo(FIRST);
    assertThat(SCHEDULE.signing(both, SECOND.signsFrom())).isEqualTo(SECOND);
  }

  @Test
  void keepsAKeyUntilItsLastTokenHasEnded() {
    var both = List.of(FIRST, SECOND);
    var ended = SECOND.signsFrom().plus(Duration.ofMinutes(15));

    assertThat(SCHEDULE.plan(both, ended.minusSeconds(1)).outlived()).isEmpty();
    assertThat(SCHEDULE.plan(both, ended).outlived()).containsExactly("first");
  }

  @Test
  void publishesBeforeItSignsAlsoWhenNoServerHasRunForLong() {
    var late = START.plus(Duration.ofDays(400));

    assertThat(SCHEDULE.plan(List.of(FIRST), late).nextSignsFrom())
        .contains(late.plus(Duration.ofHours(2)));
    assertThat(SCHEDULE.signing(List.of(FIRST), late)).isEqualTo(FIRST);
  }

  @Test
  void signsWithTheFirstKeyWhereTheClockIsBehind() {
    assertThat(SCHEDULE.signing(List.of(FIRST), START.minusSeconds(5))).isEqualTo(FIRST);
  }

  @Test
  void refusesToSignForNoLongerThanItPublishesBefore() {
    var hour = Duration.ofHours(1);

    assertThatThrownBy(() -> new KeySchedule(hour, hour, hour))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
