package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.corridor.notification.application.KeepPreferences;
import org.corridor.notification.domain.Recipient;
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

/** How people want to be told: one's own preferences, and for staff those of a client. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notification preferences")
@SecurityRequirement(name = "bearer")
public class PreferencesResource {

  private final KeepPreferences preferences;

  @Inject
  public PreferencesResource(KeepPreferences preferences) {
    this.preferences = preferences;
  }

  /** For the container's proxy. */
  protected PreferencesResource() {
    this(null);
  }

  @GET
  @Path("preferences")
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "readPreferences",
      summary = "Tells how the caller wants to be told",
      description =
          "Before anything was chosen, what holds for everybody, with the ETag \"0\". Permission:"
              + " notifications:read. Problems: no-recipient.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences; ETag is their version.",
      content = @Content(schema = @Schema(implementation = PreferencesView.class)))
  public Response read(@Context SecurityContext security) {
    return read(Recipients.own(security), security);
  }

  @PUT
  @Path("preferences")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("notifications:update")
  @Operation(
      operationId = "setPreferences",
      summary = "Sets how the caller wants to be told",
      description =
          "The body is the whole of it. Security notices cannot be switched off. Permission:"
              + " notifications:update. Problems: malformed-request, no-recipient,"
              + " channel-not-offered, precondition-required, stale.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences as they are now; ETag is their version.",
      content = @Content(schema = @Schema(implementation = PreferencesView.class)))
  public Response set(
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      PreferencesView wanted,
      @Context SecurityContext security) {
    return set(Recipients.own(security), ifMatch, wanted, security);
  }

  @GET
  @Path("clients/{clientId}/preferences")
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "readPreferencesOfClient",
      summary = "Tells how a client wants to be told",
      description =
          "Who is bound to a branch reaches the clients of that branch; a customer itself."
              + " Permission: notifications:read. Problems: not-found, directory-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences; ETag is their version.",
      content = @Content(schema = @Schema(implementation = PreferencesView.class)))
  public Response readOf(@PathParam("clientId") UUID clientId, @Context SecurityContext security) {
    return read(Recipient.client(clientId), security);
  }

  @PUT
  @Path("clients/{clientId}/preferences")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("notifications:update")
  @Operation(
      operationId = "setPreferencesOfClient",
      summary = "Sets how a client wants to be told",
      description =
          "For staff whom the client has asked. Security notices cannot be switched off."
              + " Permission: notifications:update. Problems: malformed-request, not-found,"
              + " channel-not-offered, precondition-required, stale, directory-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "The preferences as they are now; ETag is their version.",
      content = @Content(schema = @Schema(implementation = PreferencesView.class)))
  public Response setOf(
      @PathParam("clientId") UUID clientId,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      PreferencesView wanted,
      @Context SecurityContext security) {
    return set(Recipient.client(clientId), ifMatch, wanted, security);
  }

  private Response read(Recipient recipient, SecurityContext security) {
    return PreferencesAnswers.of(preferences.read(Callers.of(security), recipient));
  }

  private Response set(
      Recipient recipient, String ifMatch, PreferencesView wanted, SecurityContext security) {
    return PreferencesAnswers.of(
        preferences.set(
            Callers.of(security),
            recipient,
            wanted.toPreferences(),
            ETags.expected(ifMatch),
            Trail.of(Correlation.currentId())));
  }
}
