package org.corridor.account.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.corridor.account.application.HoldResult;
import org.corridor.account.application.PlaceHold;
import org.corridor.account.application.ReadHold;
import org.corridor.account.application.ReleaseHold;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holds: money of an account that is reserved. */
@Path("/accounts/{id}/holds/{holdId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class HoldResource {

  private final PlaceHold placing;
  private final ReleaseHold releasing;
  private final ReadHold reading;
  private final LedgerAnswers answers;

  @PathParam("id")
  private UUID accountId;

  @PathParam("holdId")
  private UUID holdId;

  @Inject
  public HoldResource(
      PlaceHold placing, ReleaseHold releasing, ReadHold reading, LedgerAnswers answers) {
    this.placing = placing;
    this.releasing = releasing;
    this.reading = reading;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected HoldResource() {
    this(null, null, null, null);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("holds:create")
  @Operation(
      operationId = "placeHold",
      summary = "Reserves money of an account",
      description =
          "The id is the caller's, a UUIDv7: put again with the same content, it is placed once."
              + " Permission: holds:create, up to the caller's limit. Problems: malformed-request,"
              + " not-found, forbidden, hold-malformed, hold-id-reused, account-not-open,"
              + " currency-mismatch, insufficient-funds, ledger-busy, ledger-unavailable,"
              + " outcome-unknown.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = HoldForm.class),
              examples = @ExampleObject(name = "for a day", value = Examples.HOLD)))
  @APIResponse(
      responseCode = "201",
      description = "Placed.",
      content = @Content(schema = @Schema(implementation = HoldView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Placed before; the hold as it is now.",
      content = @Content(schema = @Schema(implementation = HoldView.class)))
  public CompletionStage<Response> place(
      HoldForm form, @Context SecurityContext security, @Context UriInfo uri) {
    var location = uri.getAbsolutePath();
    var placement = form.toPlacement(holdId, accountId, Correlation.currentId());
    return answer(
        placing.place(Callers.of(security), placement),
        outcome -> {
          var placed = (Outcome.HoldPlaced) outcome;
          var response = placed.replayed() ? Response.ok() : Response.created(location);
          return response.entity(HoldView.of(placed.hold())).build();
        });
  }

  @POST
  @Path("/release")
  @RequiresPermission("holds:create")
  @Operation(
      operationId = "releaseHold",
      summary = "Gives up a hold",
      description =
          "What it still reserves is available again; asked again, it is released once. Permission:"
              + " holds:create. Problems: not-found, unknown-hold, hold-not-active, ledger-busy,"
              + " ledger-unavailable, outcome-unknown.")
  @APIResponse(
      responseCode = "200",
      description = "Released.",
      content = @Content(schema = @Schema(implementation = HoldView.class)))
  public CompletionStage<Response> release(@Context SecurityContext security) {
    var release = new HoldRelease(holdId, accountId, Correlation.currentId());
    return answer(
        releasing.release(Callers.of(security), release),
        outcome -> found(((Outcome.HoldReleased) outcome).hold()));
  }

  @GET
  @RequiresPermission("accounts:read")
  @Operation(
      operationId = "readHold",
      summary = "Reads a hold",
      description =
          "Permission: accounts:read; a customer reads those of its own accounts, who is bound to a"
              + " branch reads that branch's. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The hold.",
      content = @Content(schema = @Schema(implementation = HoldView.class)))
  public Response read(@Context SecurityContext security) {
    return reading
        .byId(Callers.of(security), accountId, holdId)
        .map(HoldResource::found)
        .orElseGet(() -> Problem.notFound("hold").toResponse());
  }

  private CompletionStage<Response> answer(HoldResult result, Function<Outcome, Response> done) {
    if (result instanceof HoldResult.Submitted submitted) {
      return answers.when(submitted.outcome(), done);
    }
    var problem =
        result instanceof HoldResult.Forbidden forbidden
            ? Problem.forbidden(forbidden.detail())
            : Refusals.noSuchAccount();
    return CompletableFuture.completedFuture(problem.toResponse());
  }

  private static Response found(Hold hold) {
    return Response.ok(HoldView.of(hold)).build();
  }
}
