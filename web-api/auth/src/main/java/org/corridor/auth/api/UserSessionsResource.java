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
import org.corridor.auth.application.SignOut;
import org.corridor.auth.domain.Permissions;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a user is signed in, for who manages it. */
@Path("/users/{id}/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class UserSessionsResource {

  private final SessionAnswers answers;

  @Inject
  public UserSessionsResource(SignOut signingOut) {
    this.answers = new SessionAnswers(signingOut);
  }

  /** For the container's proxy. */
  protected UserSessionsResource() {
    this(null);
  }

  @GET
  @RequiresPermission(Permissions.USERS_READ)
  @Operation(
      operationId = "listUserSessions",
      summary = "Tells where a user is signed in",
      description =
          "They are few: always one page. Permission: users:read. Problems: not-found,"
              + " temporarily-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "Browsers and programs, the newest first.",
      content = @Content(schema = @Schema(implementation = SessionPage.class)))
  public Response list(@PathParam("id") String id, @Context SecurityContext security) {
    return answers.list(Parameters.userId(id), Callers.of(security));
  }

  @DELETE
  @Path("{session}")
  @RequiresPermission(Permissions.USERS_UPDATE)
  @Operation(
      operationId = "endUserSession",
      summary = "Signs a user out at one place",
      description =
          "Of somebody with permissions that one does not have it is forbidden. Permission:"
              + " users:update. Problems: forbidden, not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out there.")
  public Response end(
      @PathParam("id") String id,
      @PathParam("session") String session,
      @Context SecurityContext security) {
    return answers.end(Parameters.userId(id), session, Callers.of(security));
  }

  @DELETE
  @RequiresPermission(Permissions.USERS_UPDATE)
  @Operation(
      operationId = "endUserSessions",
      summary = "Signs a user out everywhere",
      description =
          "Access tokens count for nothing within seconds. Of somebody with permissions that one"
              + " does not have it is forbidden. Permission: users:update. Problems: forbidden,"
              + " not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out.")
  public Response endAll(@PathParam("id") String id, @Context SecurityContext security) {
    return answers.endAll(Parameters.userId(id), Callers.of(security));
  }
}
