package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ways in which people can be told. */
@Path("/channels")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notification channels")
@SecurityRequirement(name = "bearer")
public class ChannelsResource {

  @GET
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "listChannels",
      summary = "Lists the channels that are offered",
      description =
          "A channel is offered if it is configured; no other can be chosen. Permission:"
              + " notifications:read.")
  @APIResponse(
      responseCode = "200",
      description = "The channels.",
      content = @Content(schema = @Schema(implementation = ChannelsView.class)))
  public Response list() {
    return Response.ok(new ChannelsView(List.of())).build();
  }
}
