package org.corridor.account.application;

/** The steps of the end of a day that go through accounts or payments, a page at a time. */
public enum DayStep {
  /** Each balance at the end of the day adds a day's interest. */
  ACCRUE,
  /** Where a period ends, accrued interest becomes payments. */
  CAPITALISE,
  /** Payments that are not booked yet are posted. */
  BOOK,
  /** Accounts on which nothing has moved for long become dormant. */
  SLEEP
}
