package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.auth.application.DisableSecondFactor;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor of a user who has lost it. */
@Path("/users/{id}/second-factor")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class SecondFactorResource {

  private final DisableSecondFactor disabling;

  @Inject
  public SecondFactorResource(DisableSecondFactor disabling) {
    this.disabling = disabling;
  }

  /** For the container's proxy. */
  protected SecondFactorResource() {
    this(null);
  }

  @DELETE
  @RequiresPermission(Permissions.USERS_UPDATE)
  @RequiresStepUp
  @Operation(
      operationId = "removeSecondFactor",
      summary = "Lets a user who has lost its device and its recovery codes in by the password",
      description =
          "Nobody does it for itself, or for somebody with permissions that it does not have"
              + " itself. If the user's roles demand a second factor, it sets up another one at its"
              + " next sign-in. Permission: users:update. Problems: forbidden, not-found.")
  @APIResponse(responseCode = "204", description = "The user signs in by its password alone.")
  public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
    var outcome =
        disabling.ofAnother(
            Parameters.userId(id), Callers.of(security), Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Refused<User> refused
        ? Refusals.problem(refused.refusal()).toResponse()
        : Response.noContent().build();
  }
}
