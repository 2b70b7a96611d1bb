package org.corridor.notification.api;

import java.util.Arrays;
import java.util.UUID;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads query parameters. Typed ones would be refused by Jakarta REST as "not found", which does
 * not say what is wrong.
 */
public final class Queries {

  private Queries() {}

  /** Null for none. */
  public static <E extends Enum<E>> E oneOf(Class<E> type, String name, String text) {
    if (text == null) {
      return null;
    }
    for (var value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    throw Problem.malformed(name, "must be one of " + Arrays.toString(type.getEnumConstants()))
        .toException();
  }

  public static UUID id(String name, String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw Problem.malformed(name, "must be a UUID").toException();
    }
    return UUID.fromString(text);
  }

  public static boolean flag(String name, String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problem.malformed(name, "must be true or false").toException();
  }

  public static int limit(String text) {
    if (text != null && !text.matches("-?[0-9]{1,9}")) {
      throw Problem.malformed("limit", "must be a number").toException();
    }
    return Page.limit(text == null ? null : Integer.valueOf(text));
  }

  /** The number that a cursor of ours carries. */
  public static Long number(String cursor) {
    var position = Page.position(cursor);
    if (position == null) {
      return null;
    }
    if (!position.matches("[0-9]{1,18}")) {
      throw Page.malformedCursor();
    }
    return Long.valueOf(position);
  }

  /** The id that a cursor of ours carries. */
  public static UUID idOf(String cursor) {
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
