package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.platform.events.Trail;

/**
 * The revocation endpoint (RFC 7009), for refresh tokens: it signs out. Access tokens are checked
 * by the services alone and end by themselves, within minutes.
 */
@ApplicationScoped
public class RevokeToken {

  private static final ErrorObject UNSUPPORTED_TOKEN_TYPE =
      new ErrorObject(
          "unsupported_token_type", "Access tokens are not revoked: they end within minutes", 400);

  private final ClientAuthenticator authenticator;
  private final TokenFamilies families;

  @Inject
  public RevokeToken(ClientAuthenticator authenticator, TokenFamilies families) {
    this.authenticator = authenticator;
    this.families = families;
  }

  /** For the container's proxy. */
  protected RevokeToken() {
    this(null, null);
  }

  /** Empty if the token is void now, also if it never was one: a client could do nothing else. */
  public Optional<ErrorObject> revoke(HTTPRequest http, Trail trail) {
    try {
      var request = TokenRevocationRequest.parse(http);
      var client = authenticator.authenticate(request);
      var token = request.getToken().getValue();
      if (token.chars().filter(c -> c == '.').count() > 1) {
        return Optional.of(UNSUPPORTED_TOKEN_TYPE);
      }
      TokenFamilies.Presented.parse(token)
          .flatMap(families::find)
          .filter(family -> family.apiClientId().equals(client.clientId()))
          .ifPresent(
              family ->
                  families.revoke(family, TokenFamilyRevoked.Reason.REVOKED_BY_CLIENT, trail));
      return Optional.empty();
    } catch (GeneralException refused) {
      var error = refused.getErrorObject();
      return Optional.of(error == null ? OAuth2Error.INVALID_REQUEST : error);
    } catch (TokenStoreUnavailable e) {
      return Optional.of(OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(503));
    }
  }
}
