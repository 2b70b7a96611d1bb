package org.corridor.account.domain.interest;

import java.time.LocalDate;

/** How often accrued interest becomes money: at the end of the last day of each period. */
public enum Capitalisation {
  MONTHLY(1),
  QUARTERLY(3),
  YEARLY(12);

  private final int months;

  Capitalisation(int months) {
    this.months = months;
  }

  public boolean isDue(LocalDate day) {
    return day.getDayOfMonth() == day.lengthOfMonth() && day.getMonthValue() % months == 0;
  }
}
