package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.corridor.auth.api.ScriptMessages.AccessTokenBody;
import org.corridor.auth.api.ScriptMessages.LoginBody;
import org.corridor.auth.api.ScriptMessages.RefreshTokenBody;
import org.corridor.auth.api.ScriptMessages.TokensView;
import org.corridor.auth.api.ScriptMessages.VerificationView;
import org.corridor.auth.application.Origin;
import org.corridor.auth.application.PasswordLogin;
import org.corridor.auth.application.ScriptSignIn;
import org.corridor.auth.application.ScriptTokens;
import org.corridor.auth.application.VerifyToken;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Simple doors for scripts of the platform's own users: JSON in, JSON out. They take JSON only, so
 * no form of another site can be sent here, and there is no cookie that a browser would send along.
 */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For scripts")
public class ScriptResource {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final PasswordLogin passwordLogin;
  private final ScriptSignIn signingIn;
  private final ScriptTokens tokens;
  private final VerifyToken verifying;

  @Inject
  public ScriptResource(
      PasswordLogin passwordLogin,
      ScriptSignIn signingIn,
      ScriptTokens tokens,
      VerifyToken verifying) {
    this.passwordLogin = passwordLogin;
    this.signingIn = signingIn;
    this.tokens = tokens;
    this.verifying = verifying;
  }

  /** For the container's proxy. */
  protected ScriptResource() {
    this(null, null, null, null);
  }

  @POST
  @Path("login")
  @PermitAll
  @Operation(
      operationId = "login",
      summary = "Signs a person in by user name and password, for scripts",
      description =
          "Not OAuth, and for nobody else's programs: those send people to the authorization"
              + " endpoint. The tokens are those of the client corridor-cli. The same delays and the"
              + " same lock hold as on the sign-in page, and whatever is wrong, the answer is the"
              + " same; only who has shown its password is told that its roles demand a second"
              + " factor, which it has not. Permission: none. Problems: malformed-request,"
              + " sign-in-refused, second-factor-missing, password-login-off,"
              + " temporarily-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "The tokens.",
      content = @Content(schema = @Schema(implementation = TokensView.class)))
  public Response login(
      LoginBody login,
      @Parameter(description = "What tells the device from others.")
          @HeaderParam(HttpHeaders.USER_AGENT)
          String device,
      @Context HttpServletRequest servlet) {
    if (!passwordLogin.isOn()) {
      return Problem.of(
              FORBIDDEN, "password-login-off", "Scripts may not sign in by password here.")
          .toResponse();
    }
    var typed =
        new ScriptSignIn.Login(
            login.username(),
            login.password(),
            new Origin(Objects.requireNonNullElse(device, ""), servlet.getRemoteAddr()));
    var signedIn = signingIn.signIn(typed, Trail.of(Correlation.currentId()));
    if (signedIn instanceof ScriptSignIn.Answer.SignedIn in) {
      return answer(in.tokens());
    }
    return signedIn instanceof ScriptSignIn.Answer.SecondFactorMissing
        ? Problem.of(
                FORBIDDEN,
                "second-factor-missing",
                "Your roles demand a second factor: sign in on the sign-in page, where you set one"
                    + " up.")
            .toResponse()
        : refused(
            "sign-in-refused",
            "The user name or the password is wrong, or you cannot sign in now.");
  }

  @POST
  @Path("refresh")
  @PermitAll
  @Operation(
      operationId = "refresh",
      summary = "Gives a script its next tokens",
      description =
          "A refresh token of the client corridor-cli, for one use: a second one ends the sign-in."
              + " Permission: none. Problems: malformed-request, refresh-refused,"
              + " temporarily-unavailable.")
  @APIResponse(
      responseCode = "200",
      description = "The tokens.",
      content = @Content(schema = @Schema(implementation = TokensView.class)))
  public Response refresh(RefreshTokenBody body) {
    var response = tokens.refresh(body.refreshToken(), Trail.of(Correlation.currentId()));
    if (response.indicatesSuccess()) {
      return answer(response.toSuccessResponse().getTokens());
    }
    var status = response.toErrorResponse().getErrorObject().getHTTPStatusCode();
    return status == Unavailable.STATUS
        ? Unavailable.answer()
        : refused("refresh-refused", "The refresh token is not good, or no longer.");
  }

  @POST
  @Path("logout")
  @PermitAll
  @Operation(
      operationId = "logout",
      summary = "Signs a script out",
      description =
          "Ends the sign-in of a refresh token of the client corridor-cli; also answers 204 for what"
              + " is none. Access tokens count for nothing within seconds. Permission: none."
              + " Problems: malformed-request, temporarily-unavailable.")
  @APIResponse(responseCode = "204", description = "The sign-in has ended.")
  public Response logout(RefreshTokenBody body) {
    return tokens
        .revoke(body.refreshToken(), Trail.of(Correlation.currentId()))
        .filter(error -> error.getHTTPStatusCode() == Unavailable.STATUS)
        .map(error -> Unavailable.answer())
        .orElseGet(() -> Response.noContent().build());
  }

  @POST
  @Path("verify")
  @PermitAll
  @Operation(
      operationId = "verifyAccessToken",
      summary = "Tells whether an access token is good now, and what it allows",
      description =
          "For whoever holds it. Good means: issued here, not ended, and its client and user may"
              + " still come in. Permission: none. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "What it says, or that it is not active.",
      content = @Content(schema = @Schema(implementation = VerificationView.class)))
  public Response verify(AccessTokenBody body) {
    return uncached(
        verifying
            .verify(body.accessToken())
            .map(VerificationView::of)
            .orElseGet(VerificationView::inactive));
  }

  private static Response answer(Tokens tokens) {
    return uncached(TokensView.of(tokens));
  }

  private static Response uncached(Object entity) {
    return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Response refused(String code, String detail) {
    return Response.fromResponse(Problem.of(UNAUTHORIZED, code, detail).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
