package org.corridor.account.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Balances computed anew from the entries. */
@Path("/ledger/rebuilds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class RebuildsResource {

  private final CheckLedger checks;
  private final OnceOnly onceOnly;

  @Context private SecurityContext security;

  @Inject
  public RebuildsResource(CheckLedger checks, OnceOnly onceOnly) {
    this.checks = checks;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected RebuildsResource() {
    this(null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("ledger:verify")
  @RequiresStepUp
  @Operation(
      operationId = "rebuildBalances",
      summary = "Computes all balances anew from the entries and compares",
      description =
          "With correct, each balance that differs is set to what its entries and holds add up to,"
              + " while it is locked, with an event account.balance-corrected.v1; one whose entries"
              + " contradict each other is left as it is. It runs in the background. Permission:"
              + " ledger:verify, and ledger:correct to correct, for those who are bound to no branch."
              + " Problems: malformed-request, forbidden, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use, ledger-check-running.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = RebuildForm.class),
              examples = {
                @ExampleObject(name = "look only", value = Examples.DRY_REBUILD),
                @ExampleObject(name = "correct", value = Examples.REBUILD)
              }))
  @APIResponse(
      responseCode = "202",
      description = "It will run; ask for it at Location.",
      content = @Content(schema = @Schema(implementation = LedgerCheckView.class)))
  public Response rebuild(
      @Parameter(required = true, description = "Unique for each rebuild.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      RebuildForm form,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    return onceOnly.answer(
        caller,
        key,
        new Fingerprint("POST", uri.getPath(), form),
        () ->
            LedgerCheckAnswers.accepted(
                checks.requestRebuild(caller, form.reason(), Trail.of(Correlation.currentId())),
                uri));
  }

  @GET
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "listRebuilds",
      summary = "Lists rebuilds of the balances",
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
    var found = checks.list(Callers.of(security), LedgerCheck.Kind.REBUILD, before, size + 1);
    return Page.of(found, size, (LedgerCheck check) -> check.id().toString())
        .map(LedgerCheckView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "readRebuild",
      summary = "Reads a rebuild",
      description =
          "Permission: ledger:read, for those who are bound to no branch. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The rebuild; once its status is DONE, with what was found.",
      content = @Content(schema = @Schema(implementation = LedgerCheckView.class)))
  public Response read(@PathParam("id") UUID id) {
    return checks
        .byId(Callers.of(security), LedgerCheck.Kind.REBUILD, id)
        .map(check -> Response.ok(LedgerCheckView.of(check)).build())
        .orElseGet(() -> Problem.notFound("rebuild").toResponse());
  }
}
