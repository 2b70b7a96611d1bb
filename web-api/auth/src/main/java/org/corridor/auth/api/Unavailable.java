package org.corridor.auth.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.corridor.auth.application.PasswordHashing;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.corridor.web.problem.Problem;

/** What cannot be done for now. */
final class Unavailable {

  static final int STATUS = 503;
  static final String RETRY_AFTER_SECONDS = "5";

  private Unavailable() {}

  static Response answer() {
    var problem =
        Problem.of(STATUS, "temporarily-unavailable", "This cannot be done now: try again soon.");
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  /** Redis is away. */
  public static final class OfTokenStore implements ExceptionMapper<TokenStoreUnavailable> {
    @Override
    public Response toResponse(TokenStoreUnavailable exception) {
      return answer();
    }
  }

  /** Too many sign in at once. */
  public static final class OfPasswordHashing implements ExceptionMapper<PasswordHashing.TooBusy> {
    @Override
    public Response toResponse(PasswordHashing.TooBusy exception) {
      return answer();
    }
  }
}
