package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.transaction.application.DecideOnTransaction;
import org.corridor.transaction.application.ReverseTransaction;
import org.corridor.web.idempotency.Idempotency;
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

/** What is decided on a transaction that was made: approval, rejection, reversal. */
@Path("/transactions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions on transactions")
@SecurityRequirement(name = "bearer")
public class DecisionsResource {

  private final DecideOnTransaction decisions;
  private final ReverseTransaction reversals;

  @Inject
  public DecisionsResource(DecideOnTransaction decisions, ReverseTransaction reversals) {
    this.decisions = decisions;
    this.reversals = reversals;
  }

  /** For the container's proxy. */
  protected DecisionsResource() {
    this(null, null);
  }

  @POST
  @Path("/{id}/approval")
  @RequiresPermission("transactions:approve")
  @Operation(
      operationId = "approveTransaction",
      summary = "Lets a transaction go on that awaits approval",
      description =
          "The ledger is ordered at once. Again, it is answered as the first time. Permission:"
              + " transactions:approve; not by its maker, not by another branch, not above the"
              + " caller's own limit. Problems: not-found, forbidden, not-awaiting-approval.")
  @APIResponse(
      responseCode = "200",
      description = "Approved: the transaction, PAID or DECLINED.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Approved, but the ledger did not answer yet. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response approve(
      @PathParam("id") UUID id, @Context SecurityContext security, @Context UriInfo uri) {
    var caller = Callers.of(security);
    return Answers.decided(decisions.approve(caller, id), caller, uri);
  }

  @POST
  @Path("/{id}/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:approve")
  @Operation(
      operationId = "rejectTransaction",
      summary = "Stops a transaction that awaits approval",
      description =
          "For good: it is CANCELLED. Again, it is answered as the first time. Permission:"
              + " transactions:approve; not by its maker, not by another branch, not above the"
              + " caller's own limit. Problems: malformed-request, not-found, forbidden,"
              + " not-awaiting-approval.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Reason.class),
              examples = @ExampleObject(name = "rejection", value = Examples.REASON)))
  @APIResponse(
      responseCode = "200",
      description = "Rejected: the transaction, CANCELLED.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      Reason reason,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    return Answers.decided(decisions.reject(caller, id, reason.reason()), caller, uri);
  }

  @POST
  @Path("/{id}/reversal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:reverse")
  @RequiresStepUp
  @Operation(
      operationId = "reverseTransaction",
      summary = "Undoes a paid transaction",
      description =
          "By a new transaction of kind REVERSAL that moves the whole amount back; it is the one"
              + " answered. Above the caller's own limit another must approve it. A reversal is not"
              + " reversed. Permission: transactions:reverse; not by another branch. Problems:"
              + " malformed-request, idempotency-key-required, idempotency-key-malformed,"
              + " idempotency-key-reused, idempotency-key-in-use, not-found, forbidden, not-paid,"
              + " reversal-not-reversible, already-reversed, reversal-in-progress; and if the ledger"
              + " declines (then Location names the reversal): insufficient-funds,"
              + " account-not-open.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Reason.class),
              examples = @ExampleObject(name = "reversal", value = Examples.REASON)))
  @APIResponse(
      responseCode = "201",
      description = "Paid back; Location says where the reversal is.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Not paid back yet: AWAITING_APPROVAL or UNKNOWN. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response reverse(
      @PathParam("id") UUID id,
      @Parameter(required = true, description = "Unique for each reversal.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      Reason reason,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = Requests.of(caller, key, uri, reason);
    return Answers.made(
        reversals.reverse(request, id, reason.reason()), caller, Answers.transactions(uri));
  }
}
