package org.corridor.notification.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.corridor.notification.application.webhook.ReadEndpoints;
import org.corridor.notification.application.webhook.ReplayWebhooks;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.Queries;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
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

/** What was sent to an endpoint, and what is sent again. */
@Path("/webhook-endpoints")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook deliveries")
@SecurityRequirement(name = "bearer")
public class WebhookDeliveriesResource {

  private final ReadEndpoints reading;
  private final ReplayWebhooks replaying;
  private final OnceOnly onceOnly;

  @Inject
  public WebhookDeliveriesResource(
      ReadEndpoints reading, ReplayWebhooks replaying, OnceOnly onceOnly) {
    this.reading = reading;
    this.replaying = replaying;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected WebhookDeliveriesResource() {
    this(null, null, null);
  }

  @GET
  @Path("/{endpointId}/deliveries")
  @RequiresPermission("webhooks:read")
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Lists what was sent to an endpoint",
      description =
          "The newest first, a page at a time; thirty days are kept. Permission: webhooks:read."
              + " Problems: malformed-request, not-found, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryPage.class)))
  public Response list(
      @PathParam("endpointId") UUID endpointId,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"PENDING", "DELIVERED", "FAILED"}))
          @QueryParam("status")
          String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    return reading
        .deliveries(
            WebhookAnswers.owner(security),
            endpointId,
            Queries.choice("status", status, WebhookMessage.Status.class),
            Page.id(cursor),
            size + 1)
        .map(
            found ->
                Page.of(found, size, (WebhookMessage message) -> message.id().toString())
                    .map(WebhookDeliveryView::of)
                    .toResponse(uri))
        .orElseGet(WebhookAnswers::noEndpoint);
  }

  @GET
  @Path("/{endpointId}/deliveries/{id}")
  @RequiresPermission("webhooks:read")
  @Operation(
      operationId = "readWebhookDelivery",
      summary = "Reads one with all of its attempts",
      description = "Permission: webhooks:read. Problems: not-found, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "What was sent, and each call.",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryView.class)))
  public Response read(
      @PathParam("endpointId") UUID endpointId,
      @PathParam("id") UUID id,
      @Context SecurityContext security) {
    return reading
        .delivery(WebhookAnswers.owner(security), endpointId, id)
        .map(found -> Response.ok(WebhookDeliveryView.of(found)).build())
        .orElseGet(() -> Problem.notFound("delivery").toResponse());
  }

  @POST
  @Path("/{endpointId}/deliveries/{id}/replay")
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Sends one again",
      description =
          "Under the same webhook-id, whatever has become of it, and its schedule begins anew; one"
              + " that waits is due now. Permission: webhooks:update. Problems: not-found,"
              + " forbidden, webhooks-not-offered, webhook-endpoint-disabled.")
  @APIResponse(
      responseCode = "202",
      description = "It is on its way.",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryView.class)))
  public Response replay(
      @PathParam("endpointId") UUID endpointId,
      @PathParam("id") UUID id,
      @Context SecurityContext security) {
    var owner = WebhookAnswers.owner(security);
    return onceOnly.answer(() -> WebhookAnswers.of(replaying.replay(owner, endpointId, id)));
  }

  @POST
  @Path("/{endpointId}/replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "replayFailedWebhooks",
      summary = "Sends again what has failed since a time",
      description =
          "The oldest first, each under its webhook-id. Permission: webhooks:update. Problems:"
              + " malformed-request, not-found, forbidden, webhooks-not-offered,"
              + " webhook-endpoint-disabled.")
  @APIResponse(
      responseCode = "202",
      description = "They are on their way.",
      content = @Content(schema = @Schema(implementation = ReplaysView.class)))
  public Response replayFailed(
      @PathParam("endpointId") UUID endpointId,
      ReplaysForm form,
      @Context SecurityContext security) {
    var owner = WebhookAnswers.owner(security);
    return onceOnly.answer(
        () -> WebhookAnswers.of(replaying.replayFailed(owner, endpointId, form.since())));
  }

  @POST
  @Path("/{endpointId}/test")
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "testWebhookEndpoint",
      summary = "Sends a test",
      description =
          "An event webhook.test, whatever the endpoint wants to be told; signed, sent and logged as"
              + " others are. Permission: webhooks:update. Problems: not-found, forbidden,"
              + " webhooks-not-offered, webhook-endpoint-disabled, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use.")
  @APIResponse(
      responseCode = "202",
      description = "It is on its way.",
      content = @Content(schema = @Schema(implementation = WebhookDeliveryView.class)))
  public Response test(
      @PathParam("endpointId") UUID endpointId,
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var owner = WebhookAnswers.owner(security);
    return onceOnly.answer(
        Callers.of(security),
        key,
        new Fingerprint("POST", uri.getPath(), null),
        () -> WebhookAnswers.of(replaying.test(owner, endpointId, Correlation.currentId())));
  }
}
