package org.corridor.account.domain.endofday;

import java.time.LocalDate;

/**
 * Days end one after the other, each once, none is left out, and none before it is over. Every day
 * of the calendar is a business day: interest accrues on Sundays too.
 *
 * @param last the latest day that was asked for; null if there is none yet, and then any past day
 *     may be the first
 * @param status of that day; null if there is none
 */
public record BusinessCalendar(LocalDate last, DayStatus status) {

  public static final BusinessCalendar EMPTY = new BusinessCalendar(null, null);

  /** What becomes of the request to end a day. */
  public sealed interface Decision {}

  /** It is its turn. */
  public record Begin() implements Decision {}

  /** It has failed before, and is tried again. */
  public record TryAgain() implements Decision {}

  /** A rule forbids it. */
  public record Refused(String code, String detail) implements Decision {}

  /** Another day, or this one, has not ended yet. */
  public record AlreadyRunning(LocalDate day) implements Decision {}

  /**
   * @param today which is not over
   */
  public Decision end(LocalDate day, LocalDate today) {
    if (!day.isBefore(today)) {
      return new Refused("business-date-not-over", "The day " + day + " is not over yet.");
    }
    if (last == null) {
      return new Begin();
    }
    if (status.isOpen()) {
      return new AlreadyRunning(last);
    }
    if (day.equals(last) && status == DayStatus.FAILED) {
      return new TryAgain();
    }
    if (!day.isAfter(last)) {
      return new Refused("business-date-closed", "The day " + day + " was ended before.");
    }
    var next = next();
    return day.equals(next)
        ? new Begin()
        : new Refused("business-date-gap", "The next day to be ended is " + next + ".");
  }

  /** The day that must be ended next, if any was ended before. */
  public LocalDate next() {
    return status == DayStatus.DONE ? last.plusDays(1) : last;
  }
}
