package org.corridor.account.application;

import java.time.LocalDate;

/** What became of the request to end a day. */
public sealed interface EndOfDayResult {

  record Requested(EndOfDayRun run) implements EndOfDayResult {}

  /** One day at a time. */
  record AnotherRuns(LocalDate day) implements EndOfDayResult {}

  record Forbidden(String detail) implements EndOfDayResult {}

  /**
   * A rule forbids it.
   *
   * @param code of the problem, as published
   */
  record Refused(String code, String detail) implements EndOfDayResult {}
}
