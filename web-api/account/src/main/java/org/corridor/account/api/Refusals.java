package org.corridor.account.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.account.application.AccountResult;
import org.corridor.account.application.AccountResult.Forbidden;
import org.corridor.account.application.AccountResult.NotFound;
import org.corridor.account.application.AccountResult.Refused;
import org.corridor.account.application.AccountResult.Stale;
import org.corridor.account.application.AlreadyExists;
import org.corridor.account.application.ClientsUnavailable;
import org.corridor.account.application.LedgerBusy;
import org.corridor.account.application.LedgerFailed;
import org.corridor.account.application.LedgerOutcomeUnknown;
import org.corridor.account.domain.ledger.Refusal;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;

/** How what was not done looks from outside. */
final class Refusals {

  private static final Logger LOG = Logger.getLogger(Refusals.class.getName());
  private static final String RETRY_AFTER_SECONDS = "1";

  private Refusals() {}

  static Problem noSuchAccount() {
    return Problem.notFound("account");
  }

  /** Of who would post, but not everywhere. */
  static Problem boundPoster() {
    return Problem.forbidden(
        "Journals are posted by callers that are bound to no branch or client.");
  }

  static Problem of(Refusal refusal) {
    return Problem.refused(refusal.code(), refusal.detail());
  }

  /** Of every result but that it is done. */
  static Problem of(AccountResult result) {
    if (result instanceof NotFound) {
      return noSuchAccount();
    }
    if (result instanceof Stale) {
      return ETags.stale();
    }
    if (result instanceof Forbidden forbidden) {
      return Problem.forbidden(forbidden.detail());
    }
    var refused = (Refused) result;
    return Problem.refused(refused.code(), refused.detail());
  }

  /** Of the failures that the ledger names; all others are bugs. */
  static Response of(Throwable failure) {
    if (failure instanceof LedgerBusy) {
      return later("ledger-busy", "The ledger has too much to do now; nothing was done.");
    }
    if (failure instanceof LedgerFailed) {
      LOG.log(Level.WARNING, "the ledger failed", failure);
      return later("ledger-unavailable", "The ledger is not available; nothing was done.");
    }
    if (failure instanceof LedgerOutcomeUnknown) {
      LOG.log(Level.WARNING, "the outcome of a command to the ledger is not known", failure);
      return later(
          "outcome-unknown", "It is not known whether this was done: send the same request again.");
    }
    LOG.log(Level.SEVERE, "a request failed", failure);
    return Problem.of(500, "internal-error", "Something went wrong here; it has been logged.")
        .toResponse();
  }

  private static Response later(String code, String detail) {
    return Response.fromResponse(Problem.of(503, code, detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  /** A number or code that is taken. */
  public static final class OfDuplicates implements ExceptionMapper<AlreadyExists> {
    @Override
    public Response toResponse(AlreadyExists exception) {
      return Problem.of(409, "already-exists", exception.getMessage()).toResponse();
    }
  }

  /** The client context does not answer. */
  public static final class OfUnavailableClients implements ExceptionMapper<ClientsUnavailable> {
    @Override
    public Response toResponse(ClientsUnavailable exception) {
      LOG.log(Level.WARNING, "the client context cannot be asked", exception);
      return later(
          "clients-unavailable", "It cannot be told now who the client is; nothing was done.");
    }
  }
}
