package org.corridor.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // begins, ends, now, then (all of Berlin in winter, UTC+1)
    "22:00, 07:00, 2026-11-02T20:59:59Z, 2026-11-02T20:59:59Z",
    "22:00, 07:00, 2026-11-02T21:00:00Z, 2026-11-03T06:00:00Z",
    "22:00, 07:00, 2026-11-03T01:30:00Z, 2026-11-03T06:00:00Z",
    "22:00, 07:00, 2026-11-03T05:59:59Z, 2026-11-03T06:00:00Z",
    "22:00, 07:00, 2026-11-03T06:00:00Z, 2026-11-03T06:00:00Z",
    "12:00, 14:00, 2026-11-02T10:59:00Z, 2026-11-02T10:59:00Z",
    "12:00, 14:00, 2026-11-02T11:30:00Z, 2026-11-02T13:00:00Z",
    "12:00, 14:00, 2026-11-02T13:00:00Z, 2026-11-02T13:00:00Z",
  })
  void endOnTheRecipientsClock(LocalTime from, LocalTime to, Instant now, Instant end) {
    assertThat(new QuietHours(from, to).endIfQuiet(now, BERLIN)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    // the night of 29 March 2026 has no 02:00 to 03:00: seven o'clock comes an hour earlier
    "22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
    // an end that the clocks skip is when they skip it
    "22:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z",
    // the night of 25 October 2026 has 02:00 to 03:00 twice: seven o'clock comes an hour later
    "22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
    // half past two comes first in summer time, and after that once more
    "22:00, 02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
    "22:00, 02:30, 2026-10-25T00:45:00Z, 2026-10-25T00:45:00Z",
    "22:00, 02:30, 2026-10-25T01:15:00Z, 2026-10-25T01:30:00Z",
  })
  void endRightInTheNightsWhenTheClocksChange(
      LocalTime from, LocalTime to, Instant now, Instant end) {
    assertThat(new QuietHours(from, to).endIfQuiet(now, BERLIN)).isEqualTo(end);
  }

  @Test
  void cannotEndWhenTheyBegin() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
  }
}
