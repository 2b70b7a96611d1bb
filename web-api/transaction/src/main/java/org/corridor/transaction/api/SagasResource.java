package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.saga.ReadSagas;
import org.corridor.transaction.application.saga.SagaOutcome;
import org.corridor.transaction.application.saga.SagaOutcome.Conflict;
import org.corridor.transaction.application.saga.SagaOutcome.Steered;
import org.corridor.transaction.application.saga.SagaQuery;
import org.corridor.transaction.application.saga.SagaSummary;
import org.corridor.transaction.application.saga.SteerSagas;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sagas, for whoever is responsible for them. */
@Path("/sagas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sagas")
@SecurityRequirement(name = "bearer")
public class SagasResource {

  private static final String FOR_ALL =
      "; who is bound to a branch, and a customer, is refused: sagas are the organisation's.";

  private final ReadSagas reading;
  private final SteerSagas steering;

  @Inject
  public SagasResource(ReadSagas reading, SteerSagas steering) {
    this.reading = reading;
    this.steering = steering;
  }

  /** For the container's proxy. */
  protected SagasResource() {
    this(null, null);
  }

  @GET
  @RequiresPermission("sagas:read")
  @Operation(
      operationId = "listSagas",
      summary = "Lists sagas",
      description =
          "The newest first, a page at a time. Permission: sagas:read"
              + FOR_ALL
              + " Problems: malformed-request, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = SagaPage.class)))
  public Response list(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "RUNNING",
                        "COMPENSATING",
                        "STUCK",
                        "COMPLETED",
                        "COMPENSATED"
                      }))
          @QueryParam("status")
          String status,
      @Parameter(schema = @Schema(type = SchemaType.STRING, example = "payment"))
          @QueryParam("kind")
          String kind,
      @Parameter(
              description = "true: those that wait for something or somebody; false: the others.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("waiting")
          String waiting,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    requireUnbound(security);
    var size = Page.limit(limit);
    var query =
        new SagaQuery(
            Queries.choice("status", status, SagaStatus.class),
            kind,
            Queries.flag("waiting", waiting),
            Page.id(cursor));
    return Page.of(reading.list(query, size + 1), size, (SagaSummary s) -> s.id().toString())
        .map(SagaView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("sagas:read")
  @Operation(
      operationId = "readSaga",
      summary = "Tells a saga with all that happened to it",
      description = "Permission: sagas:read" + FOR_ALL + " Problems: not-found, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "The saga: its steps, attempts, why it waits and until when.",
      content = @Content(schema = @Schema(implementation = SagaStory.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    requireUnbound(security);
    return reading
        .find(id)
        .map(told -> Response.ok(SagaStory.of(told)).build())
        .orElseGet(() -> Problem.notFound("saga").toResponse());
  }

  @POST
  @Path("/{id}/retry")
  @RequiresPermission("sagas:operate")
  @Operation(
      operationId = "retrySaga",
      summary = "Lets a saga go on at once",
      description =
          "Whatever it waits for; one that is stuck tries again what was refused. Permission:"
              + " sagas:operate"
              + FOR_ALL
              + " Problems: not-found, forbidden, saga-has-ended.")
  @APIResponse(
      responseCode = "202",
      description = "It goes on; ask for it at Location.",
      content = @Content(schema = @Schema(implementation = SagaView.class)))
  public Response retry(
      @PathParam("id") UUID id, @Context SecurityContext security, @Context UriInfo uri) {
    requireUnbound(security);
    return answer(steering.retry(id, Callers.of(security).subject()), uri);
  }

  @POST
  @Path("/{id}/compensate")
  @RequiresPermission("sagas:operate")
  @Operation(
      operationId = "compensateSaga",
      summary = "Has a saga undo what it has done",
      description =
          "Once it is known what became of the step that it is at. Permission: sagas:operate"
              + FOR_ALL
              + " Problems: not-found, forbidden, saga-has-ended, past-the-point-of-no-return.")
  @APIResponse(
      responseCode = "202",
      description = "It goes back; ask for it at Location.",
      content = @Content(schema = @Schema(implementation = SagaView.class)))
  public Response compensate(
      @PathParam("id") UUID id, @Context SecurityContext security, @Context UriInfo uri) {
    requireUnbound(security);
    return answer(steering.compensate(id, Callers.of(security).subject()), uri);
  }

  private static void requireUnbound(SecurityContext security) {
    if (!TransactionAccess.maySteerSagas(Callers.of(security))) {
      throw Problem.forbidden("Sagas are the whole organisation's.").toException();
    }
  }

  private static Response answer(SagaOutcome outcome, UriInfo uri) {
    if (outcome instanceof Conflict conflict) {
      return Problem.of(409, conflict.code(), conflict.detail()).toResponse();
    }
    if (!(outcome instanceof Steered steered)) {
      return Problem.notFound("saga").toResponse();
    }
    var saga = SagaSummary.of(steered.saga());
    var location = uri.getBaseUriBuilder().path("sagas").path(saga.id().toString()).build();
    return Response.accepted(SagaView.of(saga)).location(location).build();
  }
}
