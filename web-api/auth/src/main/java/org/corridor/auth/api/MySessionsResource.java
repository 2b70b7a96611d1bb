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
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where one is signed in oneself. */
@Path("/me/sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class MySessionsResource {

  private final SessionAnswers answers;

  @Inject
  public MySessionsResource(SignOut signingOut) {
    this.answers = new SessionAnswers(signingOut);
  }

  /** For the container's proxy. */
  protected MySessionsResource() {
    this(null);
  }

  @GET
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
    return answers.list(SessionAnswers.oneself(caller), caller);
  }

  @DELETE
  @Path("{session}")
  @AnyCaller
  @Operation(
      operationId = "endMySession",
      summary = "Signs oneself out at one place",
      description =
          "Of a browser also what programs were given through it. Access tokens count for"
              + " nothing within seconds. Permission: none; any valid token of a person. Problems:"
              + " not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out there.")
  public Response endMine(@PathParam("session") String session, @Context SecurityContext security) {
    var caller = Callers.of(security);
    return answers.end(SessionAnswers.oneself(caller), session, caller);
  }

  @DELETE
  @AnyCaller
  @Operation(
      operationId = "endMySessions",
      summary = "Signs oneself out everywhere",
      description =
          "Access tokens count for nothing within seconds. Permission: none; any valid token of a"
              + " person. Problems: not-found, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "Signed out.")
  public Response endAllOfMine(@Context SecurityContext security) {
    var caller = Callers.of(security);
    return answers.endAll(SessionAnswers.oneself(caller), caller);
  }
}
