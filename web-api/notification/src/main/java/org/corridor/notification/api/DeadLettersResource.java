package org.corridor.notification.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.notification.infrastructure.NotificationEventConsumer;
import org.corridor.web.events.DeadLetterAnswers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events of others that this context could not take. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@SecurityRequirement(name = "bearer")
public class DeadLettersResource {

  @EJB private NotificationEventConsumer consumer;

  private DeadLetterAnswers answers() {
    return new DeadLetterAnswers(consumer, DeadLetterView::inList, DeadLetterView::whole);
  }

  @GET
  @RequiresPermission("events:read")
  @Operation(
      operationId = "listNotificationDeadLetters",
      summary = "Lists events of others that could not be taken",
      description =
          "A page at a time, without their bodies. Permission: events:read. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = DeadLetterView.LetterPage.class)))
  public Response list(
      @QueryParam("type") String type,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    return answers().list(type, limit, cursor, uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("events:read")
  @Operation(
      operationId = "readNotificationDeadLetter",
      summary = "Shows an event that could not be taken, and why",
      description = "Permission: events:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The event as it came, and the reason.",
      content = @Content(schema = @Schema(implementation = DeadLetterView.class)))
  public Response read(@PathParam("id") UUID id) {
    return answers().read(id);
  }

  @POST
  @Path("/{id}/replay")
  @RequiresPermission("events:operate")
  @Operation(
      operationId = "replayNotificationDeadLetter",
      summary = "Takes an event again",
      description =
          "Once what kept it from being taken is mended. An event has its effect once, however often"
              + " it is taken. If it fails again it stays, with the new reason. Permission:"
              + " events:operate. Problems: not-found, event-not-taken.")
  @APIResponse(responseCode = "204", description = "It was taken; the letter is gone.")
  public Response replay(@PathParam("id") UUID id) {
    return answers().replay(id);
  }

  @DELETE
  @Path("/{id}")
  @RequiresPermission("events:operate")
  @Operation(
      operationId = "discardNotificationDeadLetter",
      summary = "Drops an event that shall never be taken",
      description = "Permission: events:operate. Problems: not-found.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public Response discard(@PathParam("id") UUID id) {
    return answers().discard(id);
  }
}
