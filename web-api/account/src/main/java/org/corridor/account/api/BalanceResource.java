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
import java.util.UUID;
import org.corridor.account.application.ReadBalance;
import org.corridor.web.http.Queries;
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

/** What an account holds. */
@Path("/accounts/{id}/balance")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class BalanceResource {

  private final ReadBalance reading;

  @Inject
  public BalanceResource(ReadBalance reading) {
    this.reading = reading;
  }

  /** For the container's proxy. */
  protected BalanceResource() {
    this(null);
  }

  @GET
  @RequiresPermission("accounts:read")
  @Operation(
      operationId = "readBalance",
      summary = "Tells what an account holds",
      description =
          "Now; or with all that was booked at an instant or before; or with all that takes effect"
              + " on a day or before. Permission: accounts:read; a customer reads its own, who is"
              + " bound to a branch reads that branch's. Problems: malformed-request, not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The balance.",
      content = @Content(schema = @Schema(implementation = BalanceView.class)))
  public Response read(
      @PathParam("id") UUID id,
      @Parameter(description = "RFC 3339.", example = "2026-11-02T12:00:00Z") @QueryParam("at")
          String at,
      @Parameter(example = "2026-11-02") @QueryParam("valueDate") String valueDate,
      @Context SecurityContext security) {
    var caller = Callers.of(security);
    var instant = Queries.instant("at", at);
    var day = Queries.day("valueDate", valueDate);
    if (instant != null && day != null) {
      return Problem.malformed("valueDate", "must not be given together with at").toResponse();
    }
    var balance =
        instant != null
            ? reading.at(caller, id, instant).map(m -> BalanceView.at(id, m, instant))
            : day != null
                ? reading.onValueDate(caller, id, day).map(m -> BalanceView.onValueDate(id, m, day))
                : reading.now(caller, id).map(BalanceView::now);
    return balance
        .map(view -> Response.ok(view).build())
        .orElseGet(() -> Refusals.noSuchAccount().toResponse());
  }
}
