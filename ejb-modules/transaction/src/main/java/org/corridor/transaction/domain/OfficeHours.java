package org.corridor.transaction.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * When a branch is open: the same hours on each of some days in a row.
 *
 * @param first day of the week, up to and with {@code last}, which may be the next week's
 * @param from included
 * @param until not included
 */
public record OfficeHours(
    DayOfWeek first, DayOfWeek last, LocalTime from, LocalTime until, ZoneId zone) {

  private static final Pattern TEXT =
      Pattern.compile("([A-Z]{3})-([A-Z]{3}) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
  private static final int DAY_LETTERS = 3;
  private static final int DAYS_OF_WEEK = 7;

  public OfficeHours {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a branch opens before it closes");
    }
  }

  /**
   * @param text such as {@code MON-FRI 08:30-17:00}
   * @throws IllegalArgumentException if it is not like that
   */
  public static OfficeHours parse(String text, ZoneId zone) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("hours are like MON-FRI 08:30-17:00, not " + text);
    }
    try {
      return new OfficeHours(
          day(parts.group(1)),
          day(parts.group(2)),
          LocalTime.parse(parts.group(3)),
          LocalTime.parse(parts.group(4)),
          zone);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no such time of day: " + text, e);
    }
  }

  public boolean isOpenAt(Instant instant) {
    var local = instant.atZone(zone);
    var time = local.toLocalTime();
    return hasDay(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
  }

  private boolean hasDay(DayOfWeek day) {
    return daysAfterFirst(day) <= daysAfterFirst(last);
  }

  private int daysAfterFirst(DayOfWeek day) {
    return Math.floorMod(day.getValue() - first.getValue(), DAYS_OF_WEEK);
  }

  private static DayOfWeek day(String letters) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, DAY_LETTERS).equals(letters))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such day: " + letters));
  }
}
