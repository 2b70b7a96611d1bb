package org.corridor.transaction.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads query parameters. Typed ones would be refused by Jakarta REST as "not found", which does
 * not say what is wrong.
 */
final class Queries {

  /** Java knows moments that the database does not. */
  private static final Instant FIRST_INSTANT = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LAST_INSTANT = Instant.parse("2999-12-31T23:59:59Z");

  private Queries() {}

  static Integer limit(String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      throw Problem.malformed("limit", "must be a number").toException();
    }
    return Integer.valueOf(text);
  }

  static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      var choices = Arrays.toString(type.getEnumConstants());
      throw Problem.malformed(name, "must be one of " + choices).toException();
    }
  }

  /** What can be limited: all but the reversal, which undoes what was within its limits. */
  static Kind limitedKind(String text) {
    var kind = choice("kind", text, Kind.class);
    if (kind == Kind.REVERSAL) {
      throw Problem.malformed("kind", "must not be REVERSAL: it has no limits").toException();
    }
    return kind;
  }

  static Currency currency(String code) {
    try {
      return Money.of(0, code).currency();
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("currency", "must be a currency of ISO 4217").toException();
    }
  }

  static Instant instant(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      var instant = Instant.parse(text);
      if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
        throw Problem.malformed(name, "must be from " + FIRST_INSTANT + " to " + LAST_INSTANT)
            .toException();
      }
      return instant;
    } catch (DateTimeParseException e) {
      throw Problem.malformed(name, "must be an instant such as 2026-11-02T12:00:00Z")
          .toException();
    }
  }

  static UUID id(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.malformed(name, "must be a UUID").toException();
    }
  }

  static Boolean flag(String name, String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw Problem.malformed(name, "must be true or false").toException();
    };
  }

  /** The id that a cursor of ours carries. */
  static UUID before(String cursor) {
    var position = Page.position(cursor);
    if (position == null) {
      return null;
    }
    try {
      return UUID.fromString(position);
    } catch (IllegalArgumentException e) {
      throw Page.malformedCursor();
    }
  }
}
