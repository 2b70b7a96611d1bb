package org.corridor.web.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.web.http.Queries;
import org.corridor.web.problem.Problem;

/**
 * A page of a list in a stable order.
 *
 * @param next the cursor of the page after this one; null on the last
 */
public record Page<T>(List<T> items, String next) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /**
   * @param found up to {@code limit + 1} items: the one too many tells that there is a next page
   * @param position of an item in the order: what the cursor carries
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> position) {
    if (found.size() <= limit) {
      return new Page<>(List.copyOf(found), null);
    }
    var items = List.copyOf(found.subList(0, limit));
    return new Page<>(items, encode(position.apply(items.get(limit - 1))));
  }

  public <V> Page<V> map(Function<T, V> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  /** With the header {@code Link: <...>; rel="next"} (RFC 8288). */
  public Response toResponse(UriInfo uri) {
    var response = Response.ok(this);
    if (next != null) {
      var link = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      response.header("Link", "<" + link + ">; rel=\"next\"");
    }
    return response.build();
  }

  /**
   * @param asked the query parameter; null for the usual
   * @throws org.corridor.web.problem.ProblemException if it is no number, or out of bounds
   */
  public static int limit(String asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (!asked.matches("-?[0-9]{1,9}")) {
      throw Problem.malformed("limit", "must be a number").toException();
    }
    var limit = Integer.parseInt(asked);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problem.malformed("limit", "must be from 1 to " + MAX_LIMIT).toException();
    }
    return limit;
  }

  /** The id that a cursor carries, where lists are in the order of ids; null for none. */
  public static UUID id(String cursor) {
    return position(cursor, Queries::uuid);
  }

  /** The number that a cursor carries, where lists are in the order of numbers; null for none. */
  public static Long number(String cursor) {
    return position(
        cursor,
        position -> {
          if (!position.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("not a number");
          }
          return Long.valueOf(position);
        });
  }

  /**
   * The place that a cursor carries; null for none.
   *
   * @param reader throws IllegalArgumentException or DateTimeException for what is none
   */
  public static <P> P position(String cursor, Function<String, P> reader) {
    var position = position(cursor);
    try {
      return position == null ? null : reader.apply(position);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformedCursor();
    }
  }

  /**
   * The position that a cursor carries; null for none.
   *
   * @throws org.corridor.web.problem.ProblemException if it is not one of ours
   */
  public static String position(String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformedCursor();
    }
  }

  public static RuntimeException malformedCursor() {
    return Problem.malformed("cursor", "is not a cursor of this list").toException();
  }

  private static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }
}
