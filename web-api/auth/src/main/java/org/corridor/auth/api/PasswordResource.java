package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.auth.application.ChangePassword;
import org.corridor.auth.application.ExpirePassword;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The password of a user. */
@Path("/users/{id}/password")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class PasswordResource {

  private final ChangePassword changing;
  private final ExpirePassword expiring;

  @Inject
  public PasswordResource(ChangePassword changing, ExpirePassword expiring) {
    this.changing = changing;
    this.expiring = expiring;
  }

  /** For the container's proxy. */
  protected PasswordResource() {
    this(null, null);
  }

  /** The password as it shall be. */
  @Schema(name = "PasswordChange")
  public record PasswordChange(
      @Size(max = 256, message = "must not be longer than 256 characters")
          @Schema(description = "Required for one's own.")
          String currentPassword,
      @NotNull(message = "is required")
          @Size(max = 256, message = "must not be longer than 256 characters")
          @Schema(minLength = 12, maxLength = 128)
          String newPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @AnyCaller
  @RequiresStepUp
  @Operation(
      operationId = "changePassword",
      summary = "Sets a password",
      description =
          "One's own, with the current one; another's, with the permission users:update and all"
              + " permissions that the other has: then the other must choose its own at its next"
              + " sign-in. Earlier sign-ins get no more tokens. Problems: malformed-request,"
              + " forbidden, not-found, password-refused, password-breached, password-reused,"
              + " current-password-wrong, stale, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "The password counts from now on.")
  public Response change(
      @PathParam("id") String id, PasswordChange wanted, @Context SecurityContext security) {
    var outcome =
        changing.change(
            new ChangePassword.Command(
                Parameters.userId(id),
                wanted.currentPassword(),
                wanted.newPassword(),
                Callers.of(security),
                Trail.of(Correlation.currentId())));
    return outcome instanceof Outcome.Refused<User> refused
        ? Refusals.problem(refused.refusal()).toResponse()
        : Response.noContent().build();
  }

  @PUT
  @Path("expiry")
  @RequiresPermission(Permissions.USERS_UPDATE)
  @Operation(
      operationId = "expirePassword",
      summary = "Lets a user choose another password at its next sign-in",
      description =
          "Sign-ins go on. Of somebody with permissions that one does not have it is forbidden."
              + " Permission: users:update. Problems: forbidden, not-found.")
  @APIResponse(responseCode = "204", description = "The next sign-in asks for another one.")
  public Response expire(@PathParam("id") String id, @Context SecurityContext security) {
    var outcome =
        expiring.expire(
            Parameters.userId(id), Callers.of(security), Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Refused<User> refused
        ? Refusals.problem(refused.refusal()).toResponse()
        : Response.noContent().build();
  }
}
