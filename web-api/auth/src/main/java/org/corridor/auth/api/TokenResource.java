package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.IntrospectToken;
import org.corridor.auth.application.IssueTokens;
import org.corridor.auth.application.RevokeToken;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The token and the revocation endpoint. They take any media type, so that a wrong one is answered
 * in the form that the protocol has for errors.
 */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2.0")
public class TokenResource {

  private final IssueTokens issuing;
  private final RevokeToken revoking;
  private final IntrospectToken introspecting;
  private final AuthSettings settings;

  @Inject
  public TokenResource(
      IssueTokens issuing,
      RevokeToken revoking,
      IntrospectToken introspecting,
      AuthSettings settings) {
    this.issuing = issuing;
    this.revoking = revoking;
    this.introspecting = introspecting;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected TokenResource() {
    this(null, null, null, null);
  }

  @POST
  @Path("token")
  @PermitAll
  @Operation(
      operationId = "issueToken",
      summary = "Gives tokens for client credentials, an authorization code or a refresh token",
      description =
          "RFC 6749, section 3.2. A client with a secret shows it by client_secret_basic or"
              + " client_secret_post; a public one sends its client_id. A resource such as"
              + " urn:corridor:account (RFC 8707) narrows the audience. A refresh token is good for"
              + " one use: a second one revokes all that came from the same sign-in. With a proof in"
              + " the header DPoP (RFC 9449) tokens are bound to its key; those of a client that is"
              + " registered so, to the certificate that it shows in TLS (RFC 8705). Permission:"
              + " none. Errors have the form of RFC 6749: invalid_request, invalid_client,"
              + " invalid_grant, invalid_dpop_proof, unauthorized_client, unsupported_grant_type, invalid_scope,"
              + " invalid_target, temporarily_unavailable.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = TokenForm.class),
              examples = {
                @ExampleObject(
                    name = "machine",
                    value = "grant_type=client_credentials&scope=accounts%3Aread"),
                @ExampleObject(
                    name = "code",
                    value =
                        "grant_type=authorization_code&client_id=corridor-cli&code=...&redirect_uri="
                            + "http%3A%2F%2F127.0.0.1%3A8912%2Fcallback&code_verifier=..."),
                @ExampleObject(
                    name = "refresh",
                    value = "grant_type=refresh_token&client_id=corridor-cli&refresh_token=...")
              }))
  @APIResponse(
      responseCode = "200",
      description = "The tokens (RFC 6749, section 5.1).",
      content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
  @APIResponse(responseCode = "400", description = "An error (RFC 6749, section 5.2).")
  @APIResponse(responseCode = "401", description = "invalid_client")
  @APIResponse(responseCode = "503", description = "temporarily_unavailable")
  public Response token(
      @Context HttpHeaders headers, @Context HttpServletRequest connection, String body) {
    return Protocol.post(settings.endpoint("/token"), headers, body)
        .flatMap(request -> Protocol.showing(request, connection))
        .map(request -> issuing.issue(request, Trail.of(Correlation.currentId())))
        .map(answer -> Protocol.toResponse(answer.toHTTPResponse()))
        .orElseGet(TokenResource::malformed);
  }

  @POST
  @Path("revoke")
  @PermitAll
  @Operation(
      operationId = "revokeToken",
      summary =
          "Revokes a refresh token and all that came from the same sign-in, or an access token",
      description =
          "RFC 7009: signs out. An access token is revoked alone, and its sign-in goes on. Also answers"
              + " 200 for what is no token, or another client's. Permission: none. Errors have the form of"
              + " RFC 6749: invalid_request, invalid_client,"
              + " temporarily_unavailable.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = RevocationForm.class)))
  @APIResponse(responseCode = "200", description = "The token is void now.")
  @APIResponse(responseCode = "400", description = "An error (RFC 6749, section 5.2).")
  @APIResponse(responseCode = "401", description = "invalid_client")
  public Response revoke(@Context HttpHeaders headers, String body) {
    return Protocol.post(settings.endpoint("/revoke"), headers, body)
        .map(
            request ->
                revoking
                    .revoke(request, Trail.of(Correlation.currentId()))
                    .map(error -> Protocol.toResponse(new TokenErrorResponse(error)))
                    .orElseGet(() -> Response.ok().build()))
        .orElseGet(TokenResource::malformed);
  }

  @POST
  @Path("introspect")
  @PermitAll
  @Operation(
      operationId = "introspectToken",
      summary = "Tells whether a token is good now, and what it says",
      description =
          "RFC 7662, for clients that authenticate as at the token endpoint; a public one is not"
              + " told. An access token is good if it has not ended and its client and user may"
              + " still come in; a refresh token is another client's secret: {\"active\":false}."
              + " Permission: none. Errors have the form of RFC 6749: invalid_request,"
              + " invalid_client, temporarily_unavailable.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = RevocationForm.class)))
  @APIResponse(
      responseCode = "200",
      description = "What the token says, or that it is not active.",
      content = @Content(schema = @Schema(implementation = Introspection.class)))
  @APIResponse(responseCode = "400", description = "An error (RFC 6749, section 5.2).")
  @APIResponse(responseCode = "401", description = "invalid_client")
  public Response introspect(@Context HttpHeaders headers, String body) {
    return Protocol.post(settings.endpoint("/introspect"), headers, body)
        .map(introspecting::introspect)
        .map(answer -> Protocol.toResponse(answer.toHTTPResponse()))
        .orElseGet(TokenResource::malformed);
  }

  private static Response malformed() {
    return Protocol.toResponse(new TokenErrorResponse(OAuth2Error.INVALID_REQUEST));
  }

  /** For the description of the interface only: the protocol's library reads the request. */
  @Schema(name = "TokenRequest")
  record TokenForm(
      @Schema(
              required = true,
              enumeration = {"client_credentials", "authorization_code", "refresh_token"})
          String grant_type,
      String scope,
      String resource,
      String client_id,
      String client_secret,
      String code,
      String redirect_uri,
      String code_verifier,
      String refresh_token) {}

  /** For the description of the interface only. */
  @Schema(name = "TokenResponse")
  record TokenAnswer(
      @Schema(required = true) String access_token,
      @Schema(required = true, example = "Bearer", description = "Bearer, or DPoP if it is bound.")
          String token_type,
      @Schema(required = true, description = "In seconds.", example = "600") int expires_in,
      String scope,
      @Schema(description = "Of a person.") String refresh_token,
      @Schema(description = "Of a person, with the scope openid.") String id_token) {}

  /** For the description of the interface only: the claims of the token stand beside it. */
  @Schema(name = "Introspection")
  record Introspection(
      @Schema(required = true) boolean active,
      String token_type,
      String scope,
      String client_id,
      String sub,
      List<String> aud,
      String iss,
      String jti,
      @Schema(description = "In seconds since 1970.") Long exp,
      @Schema(description = "In seconds since 1970.") Long iat,
      @Schema(description = "Of a person: when it has signed in.") Long auth_time,
      @Schema(
              type = SchemaType.OBJECT,
              description =
                  "What it is bound to (RFC 7800): jkt of a key, x5t#S256 of a certificate.")
          Map<String, String> cnf) {}

  /** For the description of the interface only. */
  @Schema(name = "RevocationRequest")
  record RevocationForm(
      @Schema(required = true) String token,
      String token_type_hint,
      String client_id,
      String client_secret) {}
}
