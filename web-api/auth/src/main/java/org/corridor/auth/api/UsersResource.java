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
import org.corridor.auth.application.CreateUser;
import org.corridor.auth.application.FindUsers;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.SecretDigests;
import org.corridor.auth.application.UpdateUser;
import org.corridor.auth.application.Users;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.http.Queries;
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

/** Users, those that the caller may know of. */
@Path("/users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class UsersResource {

  private final CreateUser creating;
  private final UpdateUser updating;
  private final FindUsers finding;
  private final OnceInTransaction once;
  private final SecretDigests digests;

  @Inject
  public UsersResource(
      CreateUser creating,
      UpdateUser updating,
      FindUsers finding,
      OnceInTransaction once,
      SecretDigests digests) {
    this.creating = creating;
    this.updating = updating;
    this.finding = finding;
    this.once = once;
    this.digests = digests;
  }

  /** For the container's proxy. */
  protected UsersResource() {
    this(null, null, null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.USERS_CREATE)
  @RequiresStepUp
  @Operation(
      operationId = "createUser",
      summary = "Creates a user",
      description =
          "Without a password the user is sent an invitation to choose one. Who is bound to a branch"
              + " creates users of that branch. Nobody gives a role with a"
              + " permission that it does not have itself. Permission: users:create. Problems:"
              + " malformed-request, idempotency-key-required, idempotency-key-malformed, forbidden,"
              + " username-taken, password-refused, password-breached, no-address, assignment-refused, unknown-role, idempotency-key-reused,"
              + " idempotency-key-in-use.")
  @APIResponse(
      responseCode = "201",
      description = "The user; Location is its address, ETag its version.",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response create(
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      NewUser wanted,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var caller = Callers.of(security);
    return once.once(caller, key, fingerprint(uri, wanted), () -> create(wanted, caller, uri));
  }

  /** The record of a key must not hold a fast hash of a password. */
  private Fingerprint fingerprint(UriInfo uri, NewUser wanted) {
    var password = wanted.password();
    var kept = wanted.withPassword(password == null ? null : digests.of(password));
    return new Fingerprint("POST", uri.getPath(), kept);
  }

  private Response create(NewUser wanted, Caller caller, UriInfo uri) {
    var assignment =
        Assignments.of(wanted.roles(), wanted.branch(), wanted.clientId(), wanted.amountLimits());
    var profile = new User.Profile(wanted.username(), wanted.displayName(), wanted.email());
    var outcome =
        creating.create(
            new CreateUser.Command(
                profile, assignment, wanted.password(), caller, Trail.of(Correlation.currentId())));
    if (outcome instanceof Outcome.Done<User> done) {
      var user = done.value();
      return Response.created(uri.getAbsolutePathBuilder().path(user.id().toString()).build())
          .tag(ETags.of(user.version()))
          .entity(UserView.of(user))
          .build();
    }
    return refused(outcome);
  }

  @GET
  @RequiresPermission(Permissions.USERS_READ)
  @Operation(
      operationId = "listUsers",
      summary = "Lists users, oldest first",
      description =
          "Who is bound to a branch sees users of that branch. Permission: users:read. Problems:"
              + " malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next is the cursor of the one after.",
      content = @Content(schema = @Schema(implementation = UserPage.class)))
  public Response list(
      @QueryParam("branch") String branch,
      @QueryParam("status") String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var most = Page.limit(limit);
    var filter =
        new Users.Filter(
            Parameters.branch(branch), Queries.choice("status", status, UserStatus.class));
    var found = finding.list(filter, Page.id(cursor), most + 1, Callers.of(security));
    return Page.of(found, most, user -> user.id().toString()).map(UserView::of).toResponse(uri);
  }

  @GET
  @Path("{id}")
  @RequiresPermission(Permissions.USERS_READ)
  @Operation(
      operationId = "getUser",
      summary = "Reads a user",
      description = "Permission: users:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The user; ETag is its version.",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response get(@PathParam("id") String id, @Context SecurityContext security) {
    return view(find(id, Callers.of(security)));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.USERS_UPDATE)
  @RequiresStepUp
  @Operation(
      operationId = "updateUser",
      summary = "Changes a user's name, e-mail address, roles, branch, limits or status",
      description =
          "A merge patch (RFC 7396): only what it names is changed. Roles and limits count from the"
              + " next token on; who is locked or disabled gets none. To set a locked user ACTIVE"
              + " also ends its delay. Nobody changes itself, or a user with permissions that it"
              + " does not have itself. Permission: users:update. Problems: malformed-request,"
              + " forbidden, not-found, stale, precondition-required, assignment-refused,"
              + " unknown-role.")
  @RequestBody(content = @Content(schema = @Schema(implementation = UserChange.class)))
  @APIResponse(
      responseCode = "200",
      description = "The user as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  public Response update(
      @PathParam("id") String id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ObjectNode change,
      @Context SecurityContext security)
      throws JsonProcessingException {
    var caller = Callers.of(security);
    var expected = ETags.expected(ifMatch);
    var user = find(id, caller);
    if (user.version() != expected) {
      return ETags.stale().toResponse();
    }
    var wanted = UserChange.merged(user, change);
    var outcome =
        updating.update(
            new UpdateUser.Command(
                user.id(),
                expected,
                wanted.displayName(),
                wanted.email(),
                Assignments.of(
                    wanted.roles(), wanted.branch(), wanted.clientId(), wanted.amountLimits()),
                wanted.status(),
                caller,
                Trail.of(Correlation.currentId())));
    return outcome instanceof Outcome.Done<User> done ? view(done.value()) : refused(outcome);
  }

  private User find(String id, Caller caller) {
    return finding
        .byId(Parameters.userId(id), caller)
        .orElseThrow(() -> Problem.notFound("user").toException());
  }

  private static Response view(User user) {
    return Response.ok(UserView.of(user)).tag(ETags.of(user.version())).build();
  }

  private static Response refused(Outcome<User> outcome) {
    return Refusals.problem(((Outcome.Refused<User>) outcome).refusal()).toResponse();
  }
}
