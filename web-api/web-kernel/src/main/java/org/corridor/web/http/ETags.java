package org.corridor.web.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalLong;
import org.corridor.web.problem.Problem;

/**
 * Strong entity tags made of a version number, and their check on updates (RFC 9110, section 13).
 */
public final class ETags {

  private ETags() {}

  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * The version that an update expects.
   *
   * @param ifMatch the header {@code If-Match}
   * @throws org.corridor.web.problem.ProblemException 428 without the header, 412 if it cannot
   *     match
   */
  public static long expected(String ifMatch) {
    if (ifMatch == null) {
      throw Problem.of(428, "precondition-required", "An update needs the header If-Match.")
          .toException();
    }
    var tag = ifMatch.trim();
    if (!tag.matches("\"[0-9]{1,18}\"")) {
      throw stale().toException();
    }
    return Long.parseLong(tag.substring(1, tag.length() - 1));
  }

  /**
   * The version that a PUT expects which may also create.
   *
   * @param ifMatch the header {@code If-Match}
   * @param ifNoneMatch the header {@code If-None-Match}; {@code *} to create
   * @return empty if there shall be nothing yet
   * @throws org.corridor.web.problem.ProblemException 428 without a header, 412 if it cannot match
   */
  public static OptionalLong expectedOrNone(String ifMatch, String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return OptionalLong.of(expected(ifMatch));
    }
    if (ifMatch != null || !ifNoneMatch.trim().equals("*")) {
      throw Problem.malformed("If-None-Match", "must be * and without If-Match").toException();
    }
    return OptionalLong.empty();
  }

  /** Somebody has changed it since the caller has read it. */
  public static Problem stale() {
    return Problem.of(412, "stale", "It has changed since you read it: read it again.");
  }
}
