package org.corridor.auth.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.UserStatus;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads parameters; typed ones would be refused as "not found", which does not say what is wrong.
 */
final class Parameters {

  private Parameters() {}

  static Integer limit(String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      throw Problem.malformed("limit", "must be a number").toException();
    }
    return Integer.valueOf(text);
  }

  static UserStatus status(String text) {
    if (text == null) {
      return null;
    }
    try {
      return UserStatus.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("status", "must be one of " + Arrays.toString(UserStatus.values()))
          .toException();
    }
  }

  static Instant instant(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.malformed(name, "must be a time such as 2026-11-02T12:30:00Z").toException();
    }
  }

  static String branch(String text) {
    if (text != null && !text.matches("[A-Z0-9]{2,10}")) {
      throw Problem.malformed("branch", "must be a code of 2 to 10 capital letters and digits")
          .toException();
    }
    return text;
  }

  static String afterClient(String cursor) {
    var position = Page.position(cursor);
    if (position != null && !ApiClient.isClientId(position)) {
      throw Page.malformedCursor();
    }
    return position;
  }

  /** What is no id is the id of nothing. */
  static UUID userId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("user").toException();
    }
  }

  static UUID passkeyId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("passkey").toException();
    }
  }

  static UUID afterUser(String cursor) {
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
