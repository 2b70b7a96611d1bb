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
import org.corridor.account.application.EndDay;
import org.corridor.account.application.EndOfDayResult;
import org.corridor.account.application.EndOfDayRun;
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

/** Ends of business days. */
@Path("/end-of-day-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "End of day")
@SecurityRequirement(name = "bearer")
public class EndOfDayRunsResource {

  private final EndDay days;
  private final OnceOnly onceOnly;

  @Context private SecurityContext security;

  @Inject
  public EndOfDayRunsResource(EndDay days, OnceOnly onceOnly) {
    this.days = days;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected EndOfDayRunsResource() {
    this(null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("end-of-day:run")
  @RequiresStepUp
  @Operation(
      operationId = "endDay",
      summary = "Ends a business day",
      description =
          "Interest accrues, is booked where a period ends, and silent accounts become dormant; it"
              + " runs in the background, and one that has failed is gone on with. Permission:"
              + " end-of-day:run, for those who are bound to no branch. Problems:"
              + " malformed-request, forbidden, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use,"
              + " business-date-not-over, business-date-closed, business-date-gap,"
              + " end-of-day-running.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = EndOfDayForm.class),
              examples = @ExampleObject(name = "a day", value = Examples.END_OF_DAY)))
  @APIResponse(
      responseCode = "202",
      description = "It will run; ask for it at Location.",
      content = @Content(schema = @Schema(implementation = EndOfDayView.class)))
  public Response end(
      @Parameter(required = true, description = "Unique for each request.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      EndOfDayForm form,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    return onceOnly.answer(
        caller,
        key,
        new Fingerprint("POST", uri.getPath(), form),
        () ->
            answer(
                days.request(caller, form.businessDate(), Trail.of(Correlation.currentId())), uri));
  }

  @GET
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "listEndOfDayRuns",
      summary = "Lists ends of business days",
      description =
          "The latest day first, a page at a time. Permission: ledger:read; for who is bound to a"
              + " branch the list is empty. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = EndOfDayPage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    var found = days.list(Callers.of(security), Cursors.day(cursor), size + 1);
    return Page.of(found, size, (EndOfDayRun run) -> run.businessDate().toString())
        .map(EndOfDayView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "readEndOfDayRun",
      summary = "Reads the end of a business day",
      description =
          "Permission: ledger:read, for those who are bound to no branch. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The run, with the steps that it has taken.",
      content = @Content(schema = @Schema(implementation = EndOfDayView.class)))
  public Response read(@PathParam("id") UUID id) {
    return days.byId(Callers.of(security), id)
        .map(run -> Response.ok(EndOfDayView.of(run)).build())
        .orElseGet(() -> Problem.notFound("end of a day").toResponse());
  }

  private static Response answer(EndOfDayResult result, UriInfo uri) {
    if (result instanceof EndOfDayResult.Forbidden forbidden) {
      return Problem.forbidden(forbidden.detail()).toResponse();
    }
    if (result instanceof EndOfDayResult.Refused refused) {
      return Problem.refused(refused.code(), refused.detail()).toResponse();
    }
    if (result instanceof EndOfDayResult.AnotherRuns running) {
      return Problem.of(
              409, "end-of-day-running", "The day " + running.day() + " has not ended yet.")
          .toResponse();
    }
    var run = ((EndOfDayResult.Requested) result).run();
    return Response.accepted(EndOfDayView.of(run))
        .location(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
        .build();
  }
}
