package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.corridor.notification.application.ReadMessages;
import org.corridor.notification.domain.Message;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
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

/** The caller's messages in the app. */
@Path("/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
@SecurityRequirement(name = "bearer")
public class MessagesResource {

  private final ReadMessages messages;

  @Inject
  public MessagesResource(ReadMessages messages) {
    this.messages = messages;
  }

  /** For the container's proxy. */
  protected MessagesResource() {
    this(null);
  }

  @GET
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "listMessages",
      summary = "Lists the caller's messages",
      description =
          "The newest first, a page at a time. Permission: notifications:read. Problems:"
              + " malformed-request, no-recipient.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = MessagePage.class)))
  public Response list(
      @Parameter(
              description = "Only those that were not read yet.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("unread")
          String unread,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var recipient = Recipients.own(security);
    var size = Page.limit(limit);
    var found =
        messages.newest(
            recipient,
            Boolean.TRUE.equals(Queries.flag("unread", unread)),
            Page.number(cursor),
            size + 1);
    return Page.of(found, size, (Message message) -> Long.toString(message.number()))
        .map(MessageView::of)
        .toResponse(uri);
  }

  @PUT
  @Path("/{id}/read")
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "markMessageAsRead",
      summary = "Marks a message as read",
      description =
          "Again it changes nothing. Permission: notifications:read. Problems: not-found,"
              + " no-recipient.")
  @APIResponse(
      responseCode = "200",
      description = "The message as it is now.",
      content = @Content(schema = @Schema(implementation = MessageView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return messages
        .read(Recipients.own(security), id)
        .map(message -> Response.ok(MessageView.of(message)).build())
        .orElseGet(() -> Problem.notFound("message").toResponse());
  }
}
