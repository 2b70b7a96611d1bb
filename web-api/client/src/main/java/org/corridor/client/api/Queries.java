package org.corridor.client.api;

import java.util.Arrays;
import java.util.UUID;
import org.corridor.client.domain.ClientStatus;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads query parameters. Typed ones would be refused by Jakarta REST as "not found", which does
 * not say what is wrong.
 */
final class Queries {

  private Queries() {}

  static ClientStatus status(String text) {
    if (text == null) {
      return null;
    }
    try {
      return ClientStatus.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("status", "must be one of " + Arrays.toString(ClientStatus.values()))
          .toException();
    }
  }

  static Integer number(String name, String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      throw Problem.malformed(name, "must be a number").toException();
    }
    return Integer.valueOf(text);
  }

  /** The id that a cursor of ours carries. */
  static UUID after(String cursor) {
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
