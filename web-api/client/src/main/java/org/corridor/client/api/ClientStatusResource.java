package org.corridor.client.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.corridor.client.application.ActivateClient;
import org.corridor.client.application.CloseClient;
import org.corridor.client.application.SuspendClient;
import org.corridor.client.application.Target;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The life of a client: active, suspended, closed. */
@Path("/clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Client status")
@SecurityRequirement(name = "bearer")
public class ClientStatusResource {

  private final ActivateClient activating;
  private final SuspendClient suspending;
  private final CloseClient closing;

  @Inject
  public ClientStatusResource(
      ActivateClient activating, SuspendClient suspending, CloseClient closing) {
    this.activating = activating;
    this.suspending = suspending;
    this.closing = closing;
  }

  /** For the container's proxy. */
  protected ClientStatusResource() {
    this(null, null, null);
  }

  @POST
  @Path("/{id}/activation")
  @RequiresPermission("clients:activate")
  @Operation(
      operationId = "activateClient",
      summary = "Activates a client",
      description =
          "Lets a prospect or suspended client do business; its KYC must be approved. Permission: clients:activate. Problems: not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response activate(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context SecurityContext security) {
    return Answers.changed(activating.activate(target(id, ifMatch, security)));
  }

  @POST
  @Path("/{id}/suspension")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("clients:activate")
  @Operation(
      operationId = "suspendClient",
      summary = "Suspends a client",
      description =
          "Keeps an active client from doing business. Permission: clients:activate. Problems: malformed-request, not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response suspend(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Suspension suspension,
      @Context SecurityContext security) {
    return Answers.changed(suspending.suspend(target(id, ifMatch, security), suspension.reason()));
  }

  @POST
  @Path("/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("clients:activate")
  @Operation(
      operationId = "closeClient",
      summary = "Closes a client",
      description =
          "Ends the business with a client; there is no way back. Permission: clients:activate. Problems: malformed-request, not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response close(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Closure closure,
      @Context SecurityContext security) {
    return Answers.changed(closing.close(target(id, ifMatch, security), closure.reason()));
  }

  private static Target target(UUID id, String ifMatch, SecurityContext security) {
    return new Target(
        id, ETags.expected(ifMatch), Callers.of(security), Trail.of(Correlation.currentId()));
  }
}
