package org.corridor.transaction.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.platform.groupcommit.Busy;
import org.corridor.platform.groupcommit.NothingDone;
import org.corridor.platform.groupcommit.OutcomeUnknown;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemMappers;

/** How it looks from outside that no outcome can be told now. */
final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class.getName());
  private static final int SOON = 1;
  private static final int LATER = 2;

  private Failures() {}

  static Response of(Throwable failure) {
    if (failure instanceof Busy) {
      return unavailable("too-busy", "There is too much to do now; nothing was done.", SOON);
    }
    if (failure instanceof LedgerUnavailable) {
      LOG.log(Level.WARNING, "the ledger cannot be reached", failure);
      return unavailable(
          "ledger-unavailable", "The ledger cannot be reached now; nothing was done.", LATER);
    }
    if (failure instanceof NothingDone) {
      LOG.log(Level.WARNING, "a transaction cannot be written", failure);
      return unavailable(
          "database-unavailable", "Nothing can be written now; nothing was done.", LATER);
    }
    if (failure instanceof OutcomeUnknown) {
      LOG.log(Level.WARNING, "the outcome of a request is not known", failure);
      return unavailable(
          "outcome-unknown",
          "It is not known whether this was done: send the same request again.",
          LATER);
    }
    return new ProblemMappers.OfAnythingElse().toResponse(failure);
  }

  private static Response unavailable(String code, String detail, int retryAfterSeconds) {
    return Response.fromResponse(Problem.of(503, code, detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
        .build();
  }

  /**
   * The accounts of a request could not be looked up: nothing was written, the same request may
   * come again. Once something is written, a silent ledger makes it UNKNOWN instead.
   */
  public static final class OfUnavailableLedger implements ExceptionMapper<LedgerUnavailable> {
    @Override
    public Response toResponse(LedgerUnavailable exception) {
      return of(exception);
    }
  }
}
