package org.corridor.auth.api;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.PushRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pushed authorization request endpoint. */
@Path("/par")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2.0")
public class PushedRequestResource {

  private final PushRequest pushing;
  private final AuthSettings settings;

  @Inject
  public PushedRequestResource(PushRequest pushing, AuthSettings settings) {
    this.pushing = pushing;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected PushedRequestResource() {
    this(null, null);
  }

  /** For the description of the interface only: the protocol's library reads the request. */
  @Schema(name = "PushedAuthorizationRequest")
  record PushedForm(
      @Schema(required = true) String client_id,
      @Schema(required = true, example = "code") String response_type,
      @Schema(required = true) String redirect_uri,
      @Schema(required = true) String code_challenge,
      @Schema(required = true, example = "S256") String code_challenge_method,
      String scope,
      String state,
      String nonce,
      String resource,
      String client_secret,
      String client_assertion_type,
      String client_assertion) {}

  /** For the description of the interface only. */
  @Schema(name = "PushedAuthorizationResponse")
  record PushedAnswer(
      @Schema(required = true) String request_uri,
      @Schema(required = true, description = "In seconds.", example = "90") int expires_in) {}

  @POST
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "pushAuthorizationRequest",
      summary = "Takes an authorization request from the client itself",
      description =
          "RFC 9126. The client authenticates as at the token endpoint; a public one sends its"
              + " client_id. The browser then brings client_id and request_uri to the authorization"
              + " endpoint, once. Permission: none. Errors have the form of RFC 6749:"
              + " invalid_request, invalid_client, invalid_scope, invalid_target,"
              + " unsupported_response_type, request_not_supported, temporarily_unavailable.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = PushedForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "A reference to the request.",
      content = @Content(schema = @Schema(implementation = PushedAnswer.class)))
  @APIResponse(responseCode = "400", description = "An error (RFC 6749, section 5.2).")
  @APIResponse(responseCode = "401", description = "invalid_client")
  @APIResponse(responseCode = "503", description = "temporarily_unavailable")
  public Response push(@Context HttpHeaders headers, String body) {
    return Protocol.post(settings.endpoint("/par"), headers, body)
        .map(pushing::push)
        .map(answer -> Protocol.toResponse(answer.toHTTPResponse()))
        .orElseGet(() -> Protocol.toResponse(new TokenErrorResponse(OAuth2Error.INVALID_REQUEST)));
  }
}
