package org.corridor.notification.api.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.corridor.notification.application.webhook.AddressGuard;
import org.corridor.notification.application.webhook.ChangeEndpoint;
import org.corridor.notification.application.webhook.ChangeEndpoint.Target;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.ReadEndpoints;
import org.corridor.notification.application.webhook.RegisterEndpoint;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where webhooks go: the organisation's endpoints, and a customer's own. */
@Path("/webhook-endpoints")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook endpoints")
@SecurityRequirement(name = "bearer")
public class WebhookEndpointsResource {

  private final RegisterEndpoint registering;
  private final ChangeEndpoint changing;
  private final ReadEndpoints reading;
  private final AddressGuard guard;
  private final OnceOnly onceOnly;

  @Inject
  public WebhookEndpointsResource(
      RegisterEndpoint registering,
      ChangeEndpoint changing,
      ReadEndpoints reading,
      AddressGuard guard,
      OnceOnly onceOnly) {
    this.registering = registering;
    this.changing = changing;
    this.reading = reading;
    this.guard = guard;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected WebhookEndpointsResource() {
    this(null, null, null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "registerWebhookEndpoint",
      summary = "Registers an endpoint",
      description =
          "What is registered by staff or a machine is the organisation's and told of everything; a"
              + " customer's own is told of its own accounts. Ten for each owner. The secret is in"
              + " this answer and never again: a repetition with the same Idempotency-Key has all"
              + " but the secret. Permission: webhooks:update; not for who is bound to a branch."
              + " Problems: malformed-request, forbidden, webhooks-not-offered,"
              + " webhook-url-refused, too-many-webhook-endpoints, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use.")
  @APIResponse(
      responseCode = "201",
      description = "The endpoint with its secret; Location is its address, ETag its version.",
      content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
  public Response register(
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      WebhookEndpointForm form,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var owner = WebhookAnswers.owner(security);
    Idempotency.requireKey(key);
    var chosen = form.toChosen();
    // outside of the transaction: it asks the network
    WebhookAnswers.require(guard.check(chosen.url()));
    var caller = Callers.of(security);
    // beside the answer, which is kept in the database
    var secret = new AtomicReference<String>();
    var response =
        onceOnly.answer(
            caller,
            key,
            new Fingerprint("POST", uri.getPath(), form),
            () -> {
              var outcome =
                  registering.register(
                      owner, chosen, caller.subject(), Trail.of(Correlation.currentId()));
              if (outcome instanceof DoneWithSecret made) {
                secret.set(made.secret());
                return registered(made.endpoint(), uri);
              }
              return WebhookAnswers.problem(outcome).toResponse();
            });
    return secret.get() != null && response.getEntity() instanceof WebhookEndpointView view
        ? Response.fromResponse(response).entity(view.withSecret(secret.get())).build()
        : response;
  }

  private static Response registered(Endpoint endpoint, UriInfo uri) {
    return Response.created(uri.getAbsolutePathBuilder().path(endpoint.id().toString()).build())
        .tag(ETags.of(endpoint.version()))
        .entity(WebhookEndpointView.of(endpoint))
        .build();
  }

  @GET
  @RequiresPermission("webhooks:read")
  @Operation(
      operationId = "listWebhookEndpoints",
      summary = "Lists endpoints",
      description =
          "In the order of registration, a page at a time. A customer sees its own, others the"
              + " organisation's. Permission: webhooks:read; not for who is bound to a branch."
              + " Problems: malformed-request, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = WebhookEndpointPage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var size = Page.limit(limit);
    var found = reading.list(WebhookAnswers.owner(security), Page.id(cursor), size + 1);
    return Page.of(found, size, (Endpoint endpoint) -> endpoint.id().toString())
        .map(WebhookEndpointView::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("webhooks:read")
  @Operation(
      operationId = "readWebhookEndpoint",
      summary = "Reads an endpoint",
      description = "Permission: webhooks:read. Problems: not-found, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "The endpoint; ETag is its version.",
      content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return reading
        .byId(WebhookAnswers.owner(security), id)
        .map(WebhookAnswers::found)
        .orElseGet(WebhookAnswers::noEndpoint);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "updateWebhookEndpoint",
      summary = "Replaces what an endpoint is",
      description =
          "The body is the whole of it; the secret stays. Enabled again, it is called again. What"
              + " waits for one that is disabled fails, and can be replayed. Permission:"
              + " webhooks:update. Problems: malformed-request, not-found, forbidden,"
              + " webhooks-not-offered, webhook-url-refused, precondition-required, stale.")
  @APIResponse(
      responseCode = "200",
      description = "The endpoint as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      WebhookEndpointForm form,
      @Context SecurityContext security) {
    var target = target(id, ifMatch, security);
    var chosen = form.toChosen();
    WebhookAnswers.require(guard.check(chosen.url()));
    return WebhookAnswers.of(changing.update(target, chosen));
  }

  @DELETE
  @Path("/{id}")
  @RequiresPermission("webhooks:update")
  @Operation(
      operationId = "deleteWebhookEndpoint",
      summary = "Deletes an endpoint",
      description =
          "With its secret and its log. Permission: webhooks:update. Problems: not-found,"
              + " forbidden, precondition-required, stale.")
  @APIResponse(responseCode = "204", description = "Nothing more is sent there.")
  public Response delete(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context SecurityContext security) {
    return WebhookAnswers.of(changing.delete(target(id, ifMatch, security)));
  }

  @POST
  @Path("/{id}/secret-rotation")
  @RequiresPermission("webhooks:update")
  @RequiresStepUp
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Makes a new secret",
      description =
          "The one before signs too for a day: each call has two signatures, and a receiver may"
              + " change at any time in it. The secret is in this answer and never again."
              + " Permission: webhooks:update. Problems: not-found, forbidden,"
              + " webhooks-not-offered, precondition-required, stale.")
  @APIResponse(
      responseCode = "200",
      description = "The endpoint with its new secret; ETag is its version.",
      content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
  public Response rotate(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context SecurityContext security) {
    return WebhookAnswers.of(changing.rotate(target(id, ifMatch, security)));
  }

  private static Target target(UUID id, String ifMatch, SecurityContext security) {
    return new Target(
        WebhookAnswers.owner(security),
        id,
        ETags.expected(ifMatch),
        Callers.of(security).subject(),
        Trail.of(Correlation.currentId()));
  }
}
