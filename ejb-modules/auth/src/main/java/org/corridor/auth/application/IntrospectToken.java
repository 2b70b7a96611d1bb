package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;

/**
 * The introspection endpoint (RFC 7662): whether a token is good now. It tells more than its
 * signature does: that its client and its user may still come in.
 *
 * <p>Only who has credentials may ask. Whoever holds an access token could read it anyway; of
 * refresh tokens a client is told about its own only.
 */
@ApplicationScoped
public class IntrospectToken {

  private static final TokenIntrospectionSuccessResponse INACTIVE =
      new TokenIntrospectionSuccessResponse.Builder(false).build();

  private final ClientAuthenticator authenticator;
  private final OwnTokens tokens;
  private final TokenFamilies families;
  private final TokenOwners owners;

  @Inject
  public IntrospectToken(
      ClientAuthenticator authenticator,
      OwnTokens tokens,
      TokenFamilies families,
      TokenOwners owners) {
    this.authenticator = authenticator;
    this.tokens = tokens;
    this.families = families;
    this.owners = owners;
  }

  /** For the container's proxy. */
  protected IntrospectToken() {
    this(null, null, null, null);
  }

  /** Answers a request as it came in; never throws for what is wrong with it. */
  public TokenIntrospectionResponse introspect(HTTPRequest http) {
    try {
      var request = ProtocolMessages.read(() -> TokenIntrospectionRequest.parse(http));
      var client = authenticator.authenticate(request, null);
      var token = request.getToken().getValue();
      return ofAccessToken(token).or(() -> ofRefreshToken(token, client)).orElse(INACTIVE);
    } catch (GeneralException refused) {
      var error = refused.getErrorObject();
      return refused(error == null ? OAuth2Error.INVALID_REQUEST : error);
    } catch (TokenStoreUnavailable e) {
      return refused(OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(503));
    }
  }

  private Optional<TokenIntrospectionSuccessResponse> ofAccessToken(String token) {
    return tokens.accessToken(token).filter(owners::mayStillComeIn).map(IntrospectToken::answer);
  }

  private Optional<TokenIntrospectionSuccessResponse> ofRefreshToken(
      String token, ApiClient client) {
    return TokenFamilies.Presented.parse(token)
        .flatMap(families::current)
        .filter(family -> family.apiClientId().equals(client.clientId()))
        .filter(owners::mayStillComeIn)
        .map(
            family ->
                new TokenIntrospectionSuccessResponse.Builder(true)
                    .clientID(new ClientID(family.apiClientId()))
                    .subject(new Subject(family.userId().toString()))
                    .scope(new Scope(family.scopes().stream().sorted().toArray(String[]::new)))
                    .parameter("exp", family.expiresAt().getEpochSecond())
                    .parameter("auth_time", family.authenticatedAt().getEpochSecond())
                    .build());
  }

  /** All that the token says: also what is Corridor's own, such as permissions and branch. */
  private static TokenIntrospectionSuccessResponse answer(JWTClaimsSet claims) {
    var isBoundToKey = claims.getClaim("cnf") instanceof Map<?, ?> cnf && cnf.containsKey("jkt");
    var answer =
        new TokenIntrospectionSuccessResponse.Builder(true)
            .tokenType(isBoundToKey ? AccessTokenType.DPOP : AccessTokenType.BEARER);
    claims.toJSONObject().forEach(answer::parameter);
    return answer.build();
  }

  private static TokenIntrospectionResponse refused(ErrorObject error) {
    return new TokenIntrospectionErrorResponse(error);
  }
}
