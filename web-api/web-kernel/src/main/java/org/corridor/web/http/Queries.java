package org.corridor.web.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemException;

/**
 * Reads query parameters. Typed ones would be refused by Jakarta REST as "not found", which does
 * not say what is wrong. Each is null if it was not given; each that is no such thing, or that the
 * database could not know, is a {@link ProblemException} with 400.
 */
public final class Queries {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Instant FIRST_INSTANT = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST_INSTANT = Instant.parse("2999-12-31T23:59:59Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  private Queries() {}

  public static UUID id(String name, String text) {
    return read(name, text, "must be a UUID", Queries::uuid);
  }

  public static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
    return read(
        name,
        text,
        "must be one of " + Arrays.toString(type.getEnumConstants()),
        value -> Enum.valueOf(type, value));
  }

  public static Instant instant(String name, String text) {
    var instant =
        read(name, text, "must be an instant such as 2026-11-02T12:00:00Z", Instant::parse);
    if (instant != null && (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT))) {
      throw Problem.malformed(name, "must be from " + FIRST_INSTANT + " to " + LAST_INSTANT)
          .toException();
    }
    return instant;
  }

  public static LocalDate day(String name, String text) {
    var day = read(name, text, "must be a date such as 2026-11-02", LocalDate::parse);
    if (day != null && !isPossible(day)) {
      throw Problem.malformed(name, "must be from " + FIRST_DAY + " to " + LAST_DAY).toException();
    }
    return day;
  }

  /** Java knows days that the database does not. */
  public static boolean isPossible(LocalDate day) {
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }

  public static Boolean flag(String name, String text) {
    return read(
        name,
        text,
        "must be true or false",
        value ->
            switch (value) {
              case "true" -> Boolean.TRUE;
              case "false" -> Boolean.FALSE;
              default -> throw new IllegalArgumentException(value);
            });
  }

  /**
   * To be compared with what the database has, which cannot have a NUL.
   *
   * @param most characters
   */
  public static String text(String name, String text, int most) {
    if (text != null && (text.isEmpty() || text.length() > most || text.indexOf('\0') >= 0)) {
      throw Problem.malformed(name, "must be 1 to " + most + " characters").toException();
    }
    return text;
  }

  /**
   * As it is written, in full: Java reads much more.
   *
   * @throws IllegalArgumentException if it is no UUID
   */
  public static UUID uuid(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("not a UUID");
    }
    return UUID.fromString(text);
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
