package org.corridor.account.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.account.application.StatementWindow;
import org.corridor.account.domain.AccountStatus;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads query parameters. Typed ones would be refused by Jakarta REST as "not found", which does
 * not say what is wrong. Each is null if it was not given.
 */
final class Queries {

  private static final int MAX_TEXT = 64;
  private static final Instant FIRST_INSTANT = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST_INSTANT = Instant.parse("2999-12-31T23:59:59Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  private Queries() {}

  static AccountStatus status(String text) {
    return read(
        "status",
        text,
        "must be one of " + Arrays.toString(AccountStatus.values()),
        AccountStatus::valueOf);
  }

  static UUID id(String name, String text) {
    return read(name, text, "must be a UUID", UUID::fromString);
  }

  /** To be compared with what the database has, which cannot have a NUL. */
  static String text(String name, String text) {
    if (text != null && (text.isEmpty() || text.length() > MAX_TEXT || text.indexOf('\0') >= 0)) {
      throw Problem.malformed(name, "must be 1 to " + MAX_TEXT + " characters").toException();
    }
    return text;
  }

  static Integer number(String name, String text) {
    return read(name, text, "must be a number", Integer::valueOf);
  }

  static Instant instant(String name, String text) {
    var instant =
        read(name, text, "must be an instant such as 2026-11-02T12:00:00Z", Instant::parse);
    if (instant != null && (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT))) {
      throw Problem.malformed(name, "must be from " + FIRST_INSTANT + " to " + LAST_INSTANT)
          .toException();
    }
    return instant;
  }

  static LocalDate day(String name, String text) {
    var day = read(name, text, "must be a date such as 2026-11-02", LocalDate::parse);
    if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      throw Problem.malformed(name, "must be from " + FIRST_DAY + " to " + LAST_DAY).toException();
    }
    return day;
  }

  static LocalDate dayOr(LocalDate otherwise, String name, String text) {
    return text == null ? otherwise : day(name, text);
  }

  /** The id that a cursor of ours carries. */
  static UUID afterId(String cursor) {
    return cursor == null ? null : position(Page.position(cursor), UUID::fromString);
  }

  /** The day that a cursor of ours carries. */
  static LocalDate beforeDay(String cursor) {
    return cursor == null ? null : position(Page.position(cursor), Queries::possibleDay);
  }

  /** The place of an entry that a cursor of a statement carries. */
  static StatementWindow.Place afterEntry(String cursor) {
    return cursor == null ? null : position(Page.position(cursor), Queries::place);
  }

  static String cursorOf(StatementWindow.Place place) {
    return place.bookedAt() + "/" + place.seq();
  }

  private static StatementWindow.Place place(String position) {
    var slash = position.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a place in a statement");
    }
    var bookedAt = Instant.parse(position.substring(0, slash));
    requirePossible(LocalDate.ofInstant(bookedAt, ZoneOffset.UTC));
    return new StatementWindow.Place(bookedAt, Long.parseLong(position.substring(slash + 1)));
  }

  private static LocalDate possibleDay(String position) {
    var day = LocalDate.parse(position);
    requirePossible(day);
    return day;
  }

  /** Java knows days that the database does not. */
  private static void requirePossible(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException("no day of anything here");
    }
  }

  private static <T> T position(String position, Function<String, T> reader) {
    try {
      return reader.apply(position);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Page.malformedCursor();
    }
  }

  private static <T> T read(String name, String text, String fault, Function<String, T> reader) {
    if (text == null) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problem.malformed(name, fault).toException();
    }
  }
}
