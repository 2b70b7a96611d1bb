package org.corridor.auth.api;

import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;

/**
 * Reads parameters; typed ones would be refused as "not found", which does not say what is wrong.
 */
final class Parameters {

  private Parameters() {}

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
}
