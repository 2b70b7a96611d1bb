package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's messages as they come about, by server-sent events. */
@Path("/messages/stream")
@ApplicationScoped
@Tag(name = "Messages")
@SecurityRequirement(name = "bearer")
public class MessageStreamResource {

  private final MessageStreams streams;

  @Inject
  public MessageStreamResource(MessageStreams streams) {
    this.streams = streams;
  }

  /** For the container's proxy. */
  protected MessageStreamResource() {
    this(null);
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "streamMessages",
      summary = "Streams the caller's messages as they come about",
      description =
          "Server-sent events of the type message, each with a Message as its data and an id; a"
              + " comment every fifteen seconds. It ends after ten minutes at the latest: connect"
              + " again with Last-Event-ID, and none is missed. Permission: notifications:read."
              + " Problems: malformed-request, no-recipient, too-many-streams.")
  @APIResponse(
      responseCode = "200",
      description = "The events.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public void stream(
      @Parameter(
              description =
                  "The id of the last event that was received; without it, only new ones.")
          @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
          String lastEventId,
      @Context SecurityContext security,
      @Context SseEventSink sink,
      @Context Sse sse) {
    var recipient = Recipients.own(security);
    streams.open(recipient, number(lastEventId), new MessageStreams.Wire(sink, sse));
  }

  private static Long number(String lastEventId) {
    if (lastEventId == null) {
      return null;
    }
    if (!lastEventId.matches("[0-9]{1,18}")) {
      throw Problem.malformed("Last-Event-ID", "is not an id of this stream").toException();
    }
    return Long.valueOf(lastEventId);
  }
}
