package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.transaction.api.LimitView.Limits;
import org.corridor.transaction.application.ReadLimits;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much may be moved. */
@Path("/limits")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits")
@SecurityRequirement(name = "bearer")
public class LimitsResource {

  private final ReadLimits limits;

  @Inject
  public LimitsResource(ReadLimits limits) {
    this.limits = limits;
  }

  /** For the container's proxy. */
  protected LimitsResource() {
    this(null);
  }

  @GET
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readLimits",
      summary = "Tells the caller's own limits",
      description =
          "By kind and currency: how much one transaction may move, how much an account may move in"
              + " a day (UTC), and above what another person must approve. Permission:"
              + " transactions:read.")
  @APIResponse(
      responseCode = "200",
      description = "The limits.",
      content = @Content(schema = @Schema(implementation = Limits.class)))
  public Response own(@Context SecurityContext security) {
    var caller = Callers.of(security);
    return Response.ok(Limits.of(limits.of(caller), caller)).build();
  }
}
