package org.corridor.notification.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.DirectoryUnavailable;
import org.corridor.web.problem.Problem;

/** Another context that must be asked does not answer. */
@Provider
public class DirectoryAway implements ExceptionMapper<DirectoryUnavailable> {

  private static final Logger LOG = Logger.getLogger(DirectoryAway.class.getName());
  private static final int UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 2;

  @Override
  public Response toResponse(DirectoryUnavailable away) {
    LOG.log(Level.WARNING, "another context does not answer", away);
    var detail = "Whether this client is yours to see cannot be told now; nothing was done.";
    return Response.fromResponse(
            Problem.of(UNAVAILABLE, "directory-unavailable", detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
