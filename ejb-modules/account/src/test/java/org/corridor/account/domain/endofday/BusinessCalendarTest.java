package org.corridor.account.domain.endofday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.corridor.account.domain.endofday.BusinessCalendar.AlreadyRunning;
import org.corridor.account.domain.endofday.BusinessCalendar.Begin;
import org.corridor.account.domain.endofday.BusinessCalendar.Decision;
import org.corridor.account.domain.endofday.BusinessCalendar.Refused;
import org.corridor.account.domain.endofday.BusinessCalendar.TryAgain;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate LAST = TODAY.minusDays(3);

  private static BusinessCalendar after(DayStatus status) {
    return new BusinessCalendar(LAST, status);
  }

  private static String code(Decision decision) {
    return ((Refused) decision).code();
  }

  @Test
  void aDayMustBeOver() {
    assertThat(code(BusinessCalendar.EMPTY.end(TODAY, TODAY))).isEqualTo("business-date-not-over");
    assertThat(code(BusinessCalendar.EMPTY.end(TODAY.plusDays(1), TODAY)))
        .isEqualTo("business-date-not-over");
    assertThat(BusinessCalendar.EMPTY.end(TODAY.minusDays(1), TODAY)).isEqualTo(new Begin());
  }

  @Test
  void daysEndOneAfterTheOther() {
    var calendar = after(DayStatus.DONE);

    assertThat(calendar.end(LAST.plusDays(1), TODAY)).isEqualTo(new Begin());
    assertThat(code(calendar.end(LAST.plusDays(2), TODAY))).isEqualTo("business-date-gap");
    assertThat(code(calendar.end(LAST, TODAY))).isEqualTo("business-date-closed");
    assertThat(code(calendar.end(LAST.minusDays(1), TODAY))).isEqualTo("business-date-closed");
  }

  @Test
  void thereIsOneAtATime() {
    for (var status : new DayStatus[] {DayStatus.REQUESTED, DayStatus.RUNNING}) {
      assertThat(after(status).end(LAST, TODAY)).isEqualTo(new AlreadyRunning(LAST));
      assertThat(after(status).end(LAST.plusDays(1), TODAY)).isEqualTo(new AlreadyRunning(LAST));
    }
  }

  @Test
  void oneThatHasFailedIsTriedAgainBeforeTheNext() {
    var calendar = after(DayStatus.FAILED);

    assertThat(calendar.end(LAST, TODAY)).isEqualTo(new TryAgain());
    assertThat(code(calendar.end(LAST.plusDays(1), TODAY))).isEqualTo("business-date-gap");
    assertThat(code(calendar.end(LAST.minusDays(1), TODAY))).isEqualTo("business-date-closed");
  }
}
