package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.auth.application.InviteUser;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations of users who have no password yet. */
@Path("/users/{id}/invitations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class InvitationsResource {

  private final InviteUser inviting;
  private final OnceInTransaction once;

  @Inject
  public InvitationsResource(InviteUser inviting, OnceInTransaction once) {
    this.inviting = inviting;
    this.once = once;
  }

  /** For the container's proxy. */
  protected InvitationsResource() {
    this(null, null);
  }

  @POST
  @RequiresPermission(Permissions.USERS_CREATE)
  @Operation(
      operationId = "inviteUser",
      summary = "Sends a user who has no password yet another invitation",
      description =
          "The invitation before is good no more. Permission: users:create. Problems:"
              + " idempotency-key-required, idempotency-key-malformed, forbidden, not-found,"
              + " has-password, user-not-active, no-address, idempotency-key-reused,"
              + " idempotency-key-in-use.")
  @APIResponse(responseCode = "202", description = "A message is under way.")
  public Response invite(
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      @PathParam("id") String id,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var caller = Callers.of(security);
    var userId = Parameters.userId(id);
    return once.once(
        caller,
        key,
        new Fingerprint("POST", uri.getPath(), userId),
        () -> {
          var outcome = inviting.invite(userId, caller, Trail.of(Correlation.currentId()));
          return outcome instanceof Outcome.Refused<User> refused
              ? Refusals.problem(refused.refusal()).toResponse()
              : Response.accepted().build();
        });
  }
}
