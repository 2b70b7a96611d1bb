package org.corridor.account.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.account.application.CheckLedger;
import org.corridor.account.application.LedgerCheck;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verifications of the whole ledger. */
@Path("/ledger/verifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class VerificationsResource {

  private final CheckLedger checks;
  private final OnceOnly onceOnly;

  @Context private SecurityContext security;

  @Inject
  public VerificationsResource(CheckLedger checks, OnceOnly onceOnly) {
    this.checks = checks;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected VerificationsResource() {
    this(null, null);
  }

  @POST
  @RequiresPermission("ledger:verify")
  @Operation(
      operationId = "verifyLedger",
      summary = "Verifies the whole ledger",
      description =
          "The hash chain of its batches, every journal and entry, and all balances, as of one"
              + " moment, while postings go on; it runs in the background. Permission: ledger:verify,"
              + " for those who are bound to no branch. Problems: forbidden,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use,"
              + " ledger-check-running.")
  @APIResponse(
      responseCode = "202",
      description = "It will run; ask for it at Location.",
      content = @Content(schema = @Schema(implementation = LedgerCheckView.class)))
  public Response verify(
      @Parameter(required = true, description = "Unique for each verification.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    return onceOnly.answer(
        caller,
        key,
        new Fingerprint("POST", uri.getPath(), null),
        () ->
            LedgerCheckAnswers.accepted(
                checks.requestVerification(caller, Trail.of(Correlation.currentId())), uri));
  }

  @GET
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "listVerifications",
      summary = "Lists verifications of the ledger",
      description =
          "The latest first, a page at a time. Permission: ledger:read; for who is bound to a branch"
              + " the list is empty. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = LedgerCheckPage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    var before = Page.id(cursor);
    var found = checks.list(Callers.of(security), LedgerCheck.Kind.VERIFICATION, before, size + 1);
    return Page.of(found, size, (LedgerCheck check) -> check.id().toString())
        .map(LedgerCheckView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "readVerification",
      summary = "Reads a verification",
      description =
          "Permission: ledger:read, for those who are bound to no branch. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The verification; once its status is DONE, with what was found.",
      content = @Content(schema = @Schema(implementation = LedgerCheckView.class)))
  public Response read(@PathParam("id") UUID id) {
    return checks
        .byId(Callers.of(security), LedgerCheck.Kind.VERIFICATION, id)
        .map(check -> Response.ok(LedgerCheckView.of(check)).build())
        .orElseGet(() -> Problem.notFound("verification").toResponse());
  }
}
