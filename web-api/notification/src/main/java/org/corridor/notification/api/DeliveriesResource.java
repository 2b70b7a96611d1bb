package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.notification.application.Deliveries.Filter;
import org.corridor.notification.application.ReadDeliveries;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Recipient;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sent to whom, and what was not. */
@Path("/deliveries")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@SecurityRequirement(name = "bearer")
public class DeliveriesResource {

  private final ReadDeliveries deliveries;

  @Inject
  public DeliveriesResource(ReadDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** For the container's proxy. */
  protected DeliveriesResource() {
    this(null);
  }

  @GET
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "listDeliveries",
      summary = "Lists deliveries",
      description =
          "The newest first, a page at a time; neither words nor addresses. Staff of the whole"
              + " organisation see all; who is bound to a branch names a client of it, or sees what"
              + " was sent to oneself; a customer sees its own. Permission: notifications:read."
              + " Problems: malformed-request, directory-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
  public Response list(
      @QueryParam("clientId") String clientId,
      @QueryParam("userId") String userId,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"PENDING", "SENT", "FAILED", "SUPPRESSED"}))
          @QueryParam("status")
          String status,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"}))
          @QueryParam("channel")
          String channel,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var filter =
        new Filter(
            recipient(clientId, userId),
            Queries.choice("status", status, Delivery.Status.class),
            Queries.choice("channel", channel, Channel.class));
    var size = Page.limit(limit);
    var found = deliveries.list(Callers.of(security), filter, Page.id(cursor), size + 1);
    return Page.of(found, size, (Delivery delivery) -> delivery.id().toString())
        .map(DeliveryView::of)
        .toResponse(uri);
  }

  private static Recipient recipient(String clientId, String userId) {
    var client = Queries.id("clientId", clientId);
    var user = Queries.id("userId", userId);
    if (client != null && user != null) {
      throw Problem.malformed("userId", "must not be there together with clientId").toException();
    }
    if (client != null) {
      return Recipient.client(client);
    }
    return user == null ? null : Recipient.user(user);
  }
}
