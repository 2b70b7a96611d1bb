package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.account.application.AccountAccess;
import org.corridor.account.application.CheckBooks;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger as a whole. */
@Path("/ledger")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class LedgerResource {

  private final CheckBooks books;

  @Inject
  public LedgerResource(CheckBooks books) {
    this.books = books;
  }

  /** For the container's proxy. */
  protected LedgerResource() {
    this(null);
  }

  @GET
  @Path("/trial-balance")
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "readTrialBalance",
      summary = "Adds up the balances of all accounts",
      description =
          "Debits and credits cancel out in every currency. Permission: ledger:read, for those who"
              + " are bound to no branch. Problems: forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "The trial balance.",
      content = @Content(schema = @Schema(implementation = TrialBalanceView.class)))
  public Response trialBalance(@Context SecurityContext security) {
    requireWholeLedger(security);
    return Response.ok(TrialBalanceView.of(books.trialBalance())).build();
  }

  private static void requireWholeLedger(SecurityContext security) {
    if (!AccountAccess.mayReadWholeLedger(Callers.of(security))) {
      throw Problem.forbidden("This tells of all branches; you are bound to one.").toException();
    }
  }
}
