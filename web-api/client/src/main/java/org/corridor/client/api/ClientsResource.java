package org.corridor.client.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ClientAccess;
import org.corridor.client.application.ClientFilter;
import org.corridor.client.application.ClientListing;
import org.corridor.client.application.ReadClients;
import org.corridor.client.application.RegisterClient;
import org.corridor.client.application.Target;
import org.corridor.client.application.UpdateClient;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientStatus;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.http.Queries;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.paging.Page;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clients: registering, finding, updating. */
@Path("/clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
@SecurityRequirement(name = "bearer")
public class ClientsResource {

  private final RegisterClient registering;
  private final ReadClients reading;
  private final UpdateClient updating;
  private final OnceOnly onceOnly;

  @Inject
  public ClientsResource(
      RegisterClient registering, ReadClients reading, UpdateClient updating, OnceOnly onceOnly) {
    this.registering = registering;
    this.reading = reading;
    this.updating = updating;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected ClientsResource() {
    this(null, null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("clients:create")
  @Operation(
      operationId = "registerClient",
      summary = "Registers a client",
      description =
          "Makes a person or business known, as a prospect. Permission: clients:create; who is bound"
              + " to a branch registers at that branch only. Problems: malformed-request,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use,"
              + " forbidden.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Registration.class),
              examples = {
                @ExampleObject(name = "individual", value = Examples.INDIVIDUAL),
                @ExampleObject(name = "business", value = Examples.BUSINESS)
              }))
  @APIResponse(
      responseCode = "201",
      description = "Registered; Location says where it is.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response register(
      @Parameter(required = true, description = "Unique for each registration.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      Registration registration,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = new Fingerprint("POST", uri.getPath(), registration);
    return onceOnly.answer(
        caller,
        key,
        request,
        () -> {
          var result =
              registering.register(
                  caller,
                  registration.branch(),
                  registration.toProfile(),
                  Trail.of(Correlation.currentId()));
          return result instanceof Done done
              ? registered(done.client(), uri)
              : Answers.problem(result).toResponse();
        });
  }

  @GET
  @RequiresPermission("clients:read")
  @Operation(
      operationId = "listClients",
      summary = "Lists clients",
      description =
          "In the order of registration, a page at a time. Permission: clients:read; a customer sees"
              + " itself, who is bound to a branch sees the clients of that branch. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = ClientPage.class)))
  public Response list(
      @QueryParam("status")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"PROSPECT", "ACTIVE", "SUSPENDED", "CLOSED"}))
          String status,
      @QueryParam("branch") @BranchCode String branch,
      @Parameter(description = "How the family name or legal name begins.")
          @QueryParam("name")
          @Name
          String name,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var filter =
        new ClientFilter(null, Queries.choice("status", status, ClientStatus.class), branch, name);
    var size = Page.limit(limit);
    var found = reading.list(Callers.of(security), filter, Page.id(cursor), size + 1);
    return Page.of(found, size, (ClientListing client) -> client.id().toString())
        .map(ClientLine::of)
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("clients:read")
  @Operation(
      operationId = "readClient",
      summary = "Reads a client",
      description =
          "Permission: clients:read; a customer reads itself, who is bound to a branch reads the"
              + " clients of that branch; others are not found. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The client; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return reading
        .byId(Callers.of(security), id)
        .map(Answers::found)
        .orElseGet(() -> Answers.notFound().toResponse());
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("clients:update")
  @Operation(
      operationId = "updateClient",
      summary = "Replaces the profile of a client",
      description =
          "The body is the whole profile. If the person or business itself changes, an approval of"
              + " its KYC expires. Permission: clients:update. Problems: malformed-request,"
              + " not-found, precondition-required, stale, wrong-client-status, client-kind-fixed.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ProfileUpdate profile,
      @Context SecurityContext security) {
    var target =
        new Target(
            id, ETags.expected(ifMatch), Callers.of(security), Trail.of(Correlation.currentId()));
    return Answers.changed(updating.update(target, profile.toProfile()));
  }

  @GET
  @Path("/{id}/history")
  @RequiresPermission("clients:read")
  @Operation(
      operationId = "readClientHistory",
      summary = "Tells all that has happened to a client",
      description =
          "Oldest first. A customer is told what happened, not why and by whom. Permission:"
              + " clients:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The history.",
      content = @Content(schema = @Schema(implementation = History.class)))
  public Response history(@PathParam("id") UUID id, @Context SecurityContext security) {
    var caller = Callers.of(security);
    var whole = ClientAccess.seesReasons(caller);
    return reading
        .history(caller, id)
        .map(
            events ->
                events.stream()
                    .map(e -> whole ? HistoryEntry.whole(e) : HistoryEntry.withoutReasons(e))
                    .toList())
        .map(items -> Response.ok(new History(items)).build())
        .orElseGet(() -> Answers.notFound().toResponse());
  }

  private static Response registered(Client client, UriInfo uri) {
    var location = uri.getAbsolutePathBuilder().path(client.id().toString()).build();
    return Response.created(location)
        .tag(ETags.of(client.version()))
        .entity(ClientView.of(client))
        .build();
  }
}
