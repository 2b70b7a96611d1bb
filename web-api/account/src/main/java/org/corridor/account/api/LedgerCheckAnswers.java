package org.corridor.account.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.account.application.CheckResult;
import org.corridor.web.problem.Problem;

/** Answers to requests for checks of the ledger. */
final class LedgerCheckAnswers {

  private LedgerCheckAnswers() {}

  static Response accepted(CheckResult result, UriInfo uri) {
    if (result instanceof CheckResult.Forbidden forbidden) {
      return Problem.forbidden(forbidden.detail()).toResponse();
    }
    if (result instanceof CheckResult.AnotherRuns) {
      return Problem.of(
              409,
              "ledger-check-running",
              "A verification or rebuild has not ended yet; there is one at a time.")
          .toResponse();
    }
    var check = ((CheckResult.Requested) result).check();
    return Response.accepted(LedgerCheckView.of(check))
        .location(uri.getAbsolutePathBuilder().path(check.id().toString()).build())
        .build();
  }
}
