package org.corridor.notification.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.corridor.notification.application.TakePushSubscriptions;
import org.corridor.notification.application.WebPush;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The devices that the caller wants push messages on. */
@Path("/push-subscriptions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Push subscriptions")
@SecurityRequirement(name = "bearer")
public class PushSubscriptionsResource {

  private final TakePushSubscriptions subscriptions;
  private final WebPush push;

  @Inject
  public PushSubscriptionsResource(TakePushSubscriptions subscriptions, WebPush push) {
    this.subscriptions = subscriptions;
    this.push = push;
  }

  /** For the container's proxy. */
  protected PushSubscriptionsResource() {
    this(null, null);
  }

  @GET
  @RequiresPermission("notifications:read")
  @Operation(
      operationId = "listPushSubscriptions",
      summary = "Lists the caller's devices",
      description = "Permission: notifications:read. Problems: no-recipient.")
  @APIResponse(
      responseCode = "200",
      description = "All of them.",
      content = @Content(schema = @Schema(implementation = PushSubscriptionList.class)))
  public Response list(@Context SecurityContext security) {
    var items =
        subscriptions.of(Recipients.own(security)).stream().map(PushSubscriptionView::of).toList();
    return Response.ok(new PushSubscriptionList(items)).build();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("notifications:update")
  @Operation(
      operationId = "registerPushSubscription",
      summary = "Registers a device",
      description =
          "What the device got when it subscribed with the pushKey of /channels (Push API, RFC"
              + " 8030). The same endpoint again replaces what was there. Permission:"
              + " notifications:update. Problems: malformed-request, no-recipient,"
              + " channel-not-offered, too-many-devices.")
  @APIResponse(
      responseCode = "200",
      description = "The device.",
      content = @Content(schema = @Schema(implementation = PushSubscriptionView.class)))
  public Response register(PushSubscriptionForm form, @Context SecurityContext security) {
    var recipient = Recipients.own(security);
    if (push.publicKey().isEmpty()) {
      return Problem.refused("channel-not-offered", "Push messages are not offered here.")
          .toResponse();
    }
    require(mayCall(form.endpoint()), "/endpoint", "must be HTTPS to a push service in use here");
    require(push.isKey(form.p256dh()), "/p256dh", "must be a point of P-256 in base64url");
    require(push.isSecret(form.auth()), "/auth", "must be 16 bytes in base64url");
    return subscriptions
        .add(recipient, form.endpoint(), form.p256dh(), form.auth())
        .map(added -> Response.ok(PushSubscriptionView.of(added)).build())
        .orElseGet(
            () ->
                Problem.refused(
                        "too-many-devices",
                        "There are " + TakePushSubscriptions.MOST + " devices already.")
                    .toResponse());
  }

  @DELETE
  @Path("/{id}")
  @RequiresPermission("notifications:update")
  @Operation(
      operationId = "removePushSubscription",
      summary = "Forgets a device",
      description = "Permission: notifications:update. Problems: not-found, no-recipient.")
  @APIResponse(responseCode = "204", description = "Nothing more is sent there.")
  public Response remove(@PathParam("id") UUID id, @Context SecurityContext security) {
    return subscriptions.remove(Recipients.own(security), id)
        ? Response.noContent().build()
        : Problem.notFound("push subscription").toResponse();
  }

  private boolean mayCall(String endpoint) {
    try {
      return push.mayCall(new URI(endpoint));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void require(boolean condition, String pointer, String detail) {
    if (!condition) {
      throw Problem.malformed(pointer, detail).toException();
    }
  }
}
