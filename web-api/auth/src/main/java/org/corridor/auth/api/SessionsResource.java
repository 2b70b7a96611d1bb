package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.SignOut;
import org.corridor.auth.domain.Permissions;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody is signed in: one's own sign-ins, and those of whom one manages. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class SessionsResource {

  private final SignOut signingOut;

  @Inject
  public SessionsResource(SignOut signingOut) {
    this.signingOut = signingOut;
  }

  /** For the container's proxy. */
  protected SessionsResource() {
    this(null);
  }

  @GET
  @Path("me/sessions")
  @AnyCaller
  @Operation(
      operationId = "listMySessions",
      summary = "Tells where one is signed in",
      description =
          "They are few: always one page. Permission: none; any valid token of a person. Problems:"
              + " not-found, temporarily-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "Browsers and programs, the newest first.",
      content = @Content(schema = @Schema(implementation = SessionPage.class)))
  public Response mine(@Context SecurityContext security) {
    var caller = Callers.of(security);
    return list(oneself(caller), caller);
  }

  @DELETE
  @Path("me/sessions/{session}")
  @AnyCaller
  @Operation(
      operationId = "endMySession",
      summary = "Signs oneself out at one place",
      description =
          "Of a browser also what programs were given through it. Access tokens end by themselves"
              + " within minutes. Permission: none; any valid token of a person. Problems:"
              + " not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out there.")
  public Response endMine(@PathParam("session") String session, @Context SecurityContext security) {
    var caller = Callers.of(security);
    return end(oneself(caller), session, caller);
  }

  @DELETE
  @Path("me/sessions")
  @AnyCaller
  @Operation(
      operationId = "endMySessions",
      summary = "Signs oneself out everywhere",
      description =
          "Access tokens end by themselves within minutes. Permission: none; any valid token of a"
              + " person. Problems: not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out.")
  public Response endAllOfMine(@Context SecurityContext security) {
    var caller = Callers.of(security);
    return endAll(oneself(caller), caller);
  }

  @GET
  @Path("users/{id}/sessions")
  @RequiresPermission(Permissions.USERS_READ)
  @Operation(
      operationId = "listSessions",
      summary = "Tells where a user is signed in",
      description =
          "They are few: always one page. Permission: users:read. Problems: not-found,"
              + " temporarily-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "Browsers and programs, the newest first.",
      content = @Content(schema = @Schema(implementation = SessionPage.class)))
  public Response list(@PathParam("id") String id, @Context SecurityContext security) {
    return list(Parameters.userId(id), Callers.of(security));
  }

  @DELETE
  @Path("users/{id}/sessions/{session}")
  @RequiresPermission(Permissions.USERS_UPDATE)
  @Operation(
      operationId = "endSession",
      summary = "Signs a user out at one place",
      description =
          "Of somebody with permissions that one does not have it is forbidden. Permission:"
              + " users:update. Problems: forbidden, not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out there.")
  public Response end(
      @PathParam("id") String id,
      @PathParam("session") String session,
      @Context SecurityContext security) {
    return end(Parameters.userId(id), session, Callers.of(security));
  }

  @DELETE
  @Path("users/{id}/sessions")
  @RequiresPermission(Permissions.USERS_UPDATE)
  @Operation(
      operationId = "endSessions",
      summary = "Signs a user out everywhere",
      description =
          "Access tokens end by themselves within minutes. Of somebody with permissions that one"
              + " does not have it is forbidden. Permission: users:update. Problems: forbidden,"
              + " not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out.")
  public Response endAll(@PathParam("id") String id, @Context SecurityContext security) {
    return endAll(Parameters.userId(id), Callers.of(security));
  }

  private Response list(UUID userId, Caller caller) {
    var outcome = signingOut.list(userId, caller);
    return outcome instanceof Outcome.Done<SignOut.SignIns> done
        ? Response.ok(SessionPage.of(done.value())).build()
        : refused(outcome);
  }

  private Response end(UUID userId, String session, Caller caller) {
    var trail = Trail.of(Correlation.currentId());
    var outcome = signingOut.one(userId, Parameters.userId(session), caller, trail);
    return outcome instanceof Outcome.Done ? Response.noContent().build() : refused(outcome);
  }

  private Response endAll(UUID userId, Caller caller) {
    var outcome = signingOut.everywhere(userId, caller, Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Done ? Response.noContent().build() : refused(outcome);
  }

  /** A machine has no sign-ins. */
  private static UUID oneself(Caller caller) {
    return Parameters.userId(caller.subject());
  }

  private static <T> Response refused(Outcome<T> outcome) {
    return Refusals.problem(((Outcome.Refused<T>) outcome).refusal()).toResponse();
  }
}
