package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.corridor.auth.application.TellUserInfo;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.AnyCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The userinfo endpoint. */
@Path("/userinfo")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2.0")
@SecurityRequirement(name = "bearer")
public class UserInfoResource {

  private final TellUserInfo telling;

  @Inject
  public UserInfoResource(TellUserInfo telling) {
    this.telling = telling;
  }

  /** For the container's proxy. */
  protected UserInfoResource() {
    this(null);
  }

  /** For the description of the interface only. */
  @Schema(name = "UserInfo")
  record Claims(
      @Schema(required = true) String sub,
      @Schema(description = "With the scope profile.") String name,
      @Schema(description = "With the scope profile.") String preferred_username,
      @Schema(description = "With the scope email, of who has one.") String email) {}

  @GET
  @AnyCaller
  @Operation(
      operationId = "getUserInfo",
      summary = "Tells who has signed in",
      description =
          "OpenID Connect Core, section 5.3; with a token for corridor-auth that has the scope"
              + " openid. Permission: none. Problems: unauthorized, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "The claims about the user.",
      content = @Content(schema = @Schema(implementation = Claims.class)))
  public Response get(@Context HttpHeaders headers) {
    return answer(headers);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @AnyCaller
  @Operation(
      operationId = "postUserInfo",
      summary = "Tells who has signed in, by POST",
      description =
          "As by GET; the token is in the header Authorization. Permission: none. Problems:"
              + " unauthorized, forbidden.")
  @APIResponse(
      responseCode = "200",
      description = "The claims about the user.",
      content = @Content(schema = @Schema(implementation = Claims.class)))
  public Response post(@Context HttpHeaders headers) {
    return answer(headers);
  }

  private Response answer(HttpHeaders headers) {
    var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION).strip();
    var answer = telling.tell(authorization.substring(authorization.indexOf(' ') + 1).strip());
    if (answer instanceof TellUserInfo.Answer.Known known) {
      return Response.ok(known.json()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
    return answer instanceof TellUserInfo.Answer.OutOfScope
        ? refused(Problem.forbidden("This needs the scope openid."), "insufficient_scope")
        : refused(
            Problem.of(401, "unauthorized", "The token is nobody's who is signed in."),
            "invalid_token");
  }

  private static Response refused(Problem problem, String error) {
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"" + error + "\"")
        .build();
  }
}
