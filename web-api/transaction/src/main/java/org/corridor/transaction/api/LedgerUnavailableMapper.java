package org.corridor.transaction.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.web.problem.Problem;

/**
 * The accounts of a request could not be looked up: nothing was written, the same request may come
 * again. Once something is written, a silent ledger makes it UNKNOWN instead.
 */
public final class LedgerUnavailableMapper implements ExceptionMapper<LedgerUnavailable> {

  private static final Logger LOG = Logger.getLogger(LedgerUnavailableMapper.class.getName());
  private static final int RETRY_AFTER_SECONDS = 2;

  @Override
  public Response toResponse(LedgerUnavailable exception) {
    LOG.log(Level.WARNING, "the ledger cannot be reached", exception);
    var problem =
        Problem.of(
            503, "ledger-unavailable", "The ledger cannot be reached now; nothing was done.");
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
