package org.corridor.auth.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import java.util.function.Consumer;
import org.corridor.auth.application.FindApiClients;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.RegisterApiClient;
import org.corridor.auth.application.RegisterApiClient.Registered;
import org.corridor.auth.application.UpdateApiClient;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Permissions;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API clients: the programs that may ask for tokens. */
@Path("/api-clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API clients")
@SecurityRequirement(name = "bearer")
public class ApiClientsResource {

  private final RegisterApiClient registering;
  private final UpdateApiClient updating;
  private final FindApiClients finding;
  private final OnceInTransaction once;

  @Inject
  public ApiClientsResource(
      RegisterApiClient registering,
      UpdateApiClient updating,
      FindApiClients finding,
      OnceInTransaction once) {
    this.registering = registering;
    this.updating = updating;
    this.finding = finding;
    this.once = once;
  }

  /** For the container's proxy. */
  protected ApiClientsResource() {
    this(null, null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.API_CLIENTS_CREATE)
  @RequiresStepUp
  @Operation(
      operationId = "registerApiClient",
      summary = "Registers an API client",
      description =
          "A confidential client with jwks signs (private_key_jwt); one without gets a secret, which"
              + " is told in this answer and never again: a repetition"
              + " with the same Idempotency-Key has all but the secret. Nobody grants a scope that"
              + " it does not have itself. Permission: api-clients:create. Problems:"
              + " malformed-request, idempotency-key-required, idempotency-key-malformed, forbidden,"
              + " client-refused, idempotency-key-reused, idempotency-key-in-use.")
  @APIResponse(
      responseCode = "201",
      description = "The client with its secret; Location is its address, ETag its version.",
      content = @Content(schema = @Schema(implementation = ApiClientView.class)))
  public Response register(
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      NewApiClient wanted,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var caller = Callers.of(security);
    return ClientWithSecret.answer(
        secret ->
            once.once(
                caller,
                key,
                new Fingerprint("POST", uri.getPath(), wanted),
                () -> register(wanted, caller, uri, secret)));
  }

  private Response register(
      NewApiClient wanted, Caller caller, UriInfo uri, Consumer<String> secret) {
    var outcome =
        registering.register(
            new RegisterApiClient.Command(
                wanted.name(),
                wanted.isPublic(),
                wanted.jwks(),
                wanted.access(),
                caller,
                Trail.of(Correlation.currentId())));
    if (outcome instanceof Outcome.Done<Registered> done) {
      var client = done.value().client();
      secret.accept(done.value().secret());
      return Response.created(uri.getAbsolutePathBuilder().path(client.clientId()).build())
          .tag(ETags.of(client.version()))
          .entity(ApiClientView.of(client))
          .build();
    }
    return Refusals.problem(((Outcome.Refused<Registered>) outcome).refusal()).toResponse();
  }

  @GET
  @RequiresPermission(Permissions.API_CLIENTS_READ)
  @Operation(
      operationId = "listApiClients",
      summary = "Lists API clients by id",
      description = "Permission: api-clients:read. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next is the cursor of the one after.",
      content = @Content(schema = @Schema(implementation = ApiClientPage.class)))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    var most = Page.limit(limit);
    var found = finding.list(Parameters.afterClient(cursor), most + 1);
    return Page.of(found, most, ApiClient::clientId).map(ApiClientView::of).toResponse(uri);
  }

  @GET
  @Path("{id}")
  @RequiresPermission(Permissions.API_CLIENTS_READ)
  @Operation(
      operationId = "getApiClient",
      summary = "Reads an API client, without its secret",
      description = "Permission: api-clients:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The client; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ApiClientView.class)))
  public Response get(@PathParam("id") String id) {
    return view(find(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.API_CLIENTS_UPDATE)
  @RequiresStepUp
  @Operation(
      operationId = "updateApiClient",
      summary = "Changes what an API client may ask for, or its status",
      description =
          "A merge patch (RFC 7396): only what it names is changed. A client that is DISABLED gets no"
              + " tokens. Whoever takes something away makes the tokens count for nothing that the"
              + " client has got until then. Nobody changes a client with a scope that it does not"
              + " have itself. Permission: api-clients:update. Problems: malformed-request,"
              + " forbidden, not-found, stale, precondition-required, client-refused.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ApiClientChange.class)))
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ApiClientView.class)))
  public Response update(
      @PathParam("id") String id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ObjectNode change,
      @Context SecurityContext security)
      throws JsonProcessingException {
    var expected = ETags.expected(ifMatch);
    var client = find(id);
    if (client.version() != expected) {
      return ETags.stale().toResponse();
    }
    var wanted = ApiClientChange.merged(client, change);
    var outcome =
        updating.update(
            new UpdateApiClient.Command(
                client.clientId(),
                expected,
                wanted.name(),
                wanted.access(),
                wanted.isActive(),
                Callers.of(security),
                Trail.of(Correlation.currentId())));
    return outcome instanceof Outcome.Done<ApiClient> done
        ? view(done.value())
        : Refusals.problem(((Outcome.Refused<ApiClient>) outcome).refusal()).toResponse();
  }

  private ApiClient find(String id) {
    return finding.byId(id).orElseThrow(() -> Problem.notFound("API client").toException());
  }

  private static Response view(ApiClient client) {
    return Response.ok(ApiClientView.of(client)).tag(ETags.of(client.version())).build();
  }
}
