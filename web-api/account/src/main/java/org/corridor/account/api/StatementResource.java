package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.application.ReadStatement;
import org.corridor.account.application.StatementLine;
import org.corridor.account.application.StatementWindow;
import org.corridor.web.http.Queries;
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

/** What happened on an account. */
@Path("/accounts/{id}/statement")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class StatementResource {

  private final ReadStatement reading;

  @Inject
  public StatementResource(ReadStatement reading) {
    this.reading = reading;
  }

  /** For the container's proxy. */
  protected StatementResource() {
    this(null);
  }

  @GET
  @RequiresPermission("accounts:read")
  @Operation(
      operationId = "readStatement",
      summary = "Makes the statement of an account",
      description =
          "All entries that were booked from the first day to the last, both included, in their"
              + " order, a page at a time. Days are those of UTC. Permission: accounts:read; a"
              + " customer reads its own, who is bound to a branch reads that branch's. Problems:"
              + " malformed-request, not-found.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = StatementView.class)))
  public Response read(
      @PathParam("id") UUID id,
      @Parameter(
              description = "The first of the last day's month, if it is left out.",
              example = "2026-11-01")
          @QueryParam("from")
          String from,
      @Parameter(description = "Today, if it is left out.", example = "2026-11-30")
          @QueryParam("to")
          String to,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var last = Objects.requireNonNullElse(Queries.day("to", to), LocalDate.now(ZoneOffset.UTC));
    var first = Objects.requireNonNullElse(Queries.day("from", from), last.withDayOfMonth(1));
    if (last.isBefore(first)) {
      return Problem.malformed("to", "must not be before from").toResponse();
    }
    var size = Page.limit(limit);
    var after = Cursors.entry(cursor);
    return reading
        .read(Callers.of(security), id, first, last, after, size + 1)
        .map(
            statement -> {
              var page = Page.of(statement.lines(), size, StatementResource::cursor);
              var view = StatementView.of(statement, first, last, page);
              return Response.fromResponse(page.toResponse(uri)).entity(view).build();
            })
        .orElseGet(() -> Refusals.noSuchAccount().toResponse());
  }

  private static String cursor(StatementLine line) {
    return Cursors.of(new StatementWindow.Place(line.bookedAt(), line.seq()));
  }
}
