package org.corridor.transaction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    // a Monday in winter: Berlin is an hour ahead
    "MON-FRI 08:30-17:00, 2026-11-02T07:29:59Z, false",
    "MON-FRI 08:30-17:00, 2026-11-02T07:30:00Z, true",
    "MON-FRI 08:30-17:00, 2026-11-02T15:59:59Z, true",
    "MON-FRI 08:30-17:00, 2026-11-02T16:00:00Z, false",
    // the same time of day in summer
    "MON-FRI 08:30-17:00, 2026-07-06T06:30:00Z, true",
    "MON-FRI 08:30-17:00, 2026-11-07T12:00:00Z, false",
    "SAT-SUN 08:30-17:00, 2026-11-07T12:00:00Z, true",
    "SAT-MON 08:30-17:00, 2026-11-02T12:00:00Z, true",
    "SAT-MON 08:30-17:00, 2026-11-03T12:00:00Z, false",
    "TUE-TUE 00:00-23:59, 2026-11-03T12:00:00Z, true",
    "TUE-TUE 00:00-23:59, 2026-11-04T12:00:00Z, false",
  })
  void areOpenOnTheirDaysFromOpeningToClosing(String hours, Instant at, boolean open) {
    assertThat(OfficeHours.parse(hours, BERLIN).isOpenAt(at)).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "08:30-17:00",
        "MON-FRI",
        "MON-FRY 08:30-17:00",
        "MON-FRI 8:30-17:00",
        "MON-FRI 08:30-25:00",
        "MON-FRI 17:00-08:30",
        "MON-FRI 08:30-08:30",
      })
  void areRefusedIfTheyCannotBe(String hours) {
    assertThatThrownBy(() -> OfficeHours.parse(hours, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
