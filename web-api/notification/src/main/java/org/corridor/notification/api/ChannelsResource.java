package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.corridor.notification.application.Channels;
import org.corridor.notification.application.WebPush;
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
@Tag(name = "Notification preferences")
@SecurityRequirement(name = "bearer")
public class ChannelsResource {

  private final Channels channels;
  private final WebPush push;

  @Inject
  public ChannelsResource(Channels channels, WebPush push) {
    this.channels = channels;
    this.push = push;
  }

  /** For the container's proxy. */
  protected ChannelsResource() {
    this(null, null);
  }

  @GET
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "listChannels",
      summary = "Lists the channels that are offered",
      description =
          "IN_APP always; EMAIL, SMS and PUSH only where the operator has configured them. One that"
              + " is not offered cannot be chosen, and nothing is sent through it. Permission:"
              + " notifications:read.")
  @APIResponse(
      responseCode = "200",
      description = "The channels.",
      content = @Content(schema = @Schema(implementation = ChannelsView.class)))
  public Response list() {
    var offered = List.copyOf(channels.offered());
    return Response.ok(new ChannelsView(offered, push.publicKey().orElse(null))).build();
  }
}
