package org.corridor.account.domain.interest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * How days become parts of a year (2006 ISDA Definitions, section 4.16). Interest accrues day by
 * day, so a convention is what one day is worth: that from the day to the next one.
 */
public enum DayCount {
  /** Every day is a 365th, also in a leap year. */
  ACT_365F("ACT/365F") {
    @Override
    long partsOf(LocalDate day) {
      return YEAR / 365;
    }
  },
  /** Every day is a 360th, so a year earns more than its rate. */
  ACT_360("ACT/360") {
    @Override
    long partsOf(LocalDate day) {
      return YEAR / 360;
    }
  },
  /** Each month has thirty days (30E/360): the 31st is worth nothing, the end of February more. */
  THIRTY_360("30/360") {
    @Override
    long partsOf(LocalDate day) {
      return daysFrom(day, day.plusDays(1)) * (YEAR / 360);
    }
  },
  /** A day of a leap year is a 366th, any other a 365th. */
  ACT_ACT("ACT/ACT") {
    @Override
    long partsOf(LocalDate day) {
      return YEAR / day.lengthOfYear();
    }
  };

  /** Of a year: divisible by 360, 365 and 366, so that no day is rounded. */
  static final long YEAR = 1_603_080;

  private static final int DAYS_OF_MONTH = 30;

  private final String code;

  DayCount(String code) {
    this.code = code;
  }

  /** As published. */
  public String code() {
    return code;
  }

  public static Optional<DayCount> ofCode(String code) {
    return Arrays.stream(values()).filter(count -> count.code.equals(code)).findFirst();
  }

  /** What of a {@link #YEAR} the day is worth. */
  abstract long partsOf(LocalDate day);

  private static long daysFrom(LocalDate first, LocalDate last) {
    return 360L * (last.getYear() - first.getYear())
        + 30L * (last.getMonthValue() - first.getMonthValue())
        + Math.min(last.getDayOfMonth(), DAYS_OF_MONTH)
        - Math.min(first.getDayOfMonth(), DAYS_OF_MONTH);
  }
}
