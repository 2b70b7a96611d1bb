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
 * The revocation endpoint (RFC 7009). A refresh token goes with all that came from its sign-in; an
 * access token goes alone, within the seconds that the services take to hear of it.
 */
@ApplicationScoped
public class RevokeToken {

  private final ClientAuthenticator authenticator;
  private final TokenFamilies families;
  private final OwnTokens tokens;
  private final RevocationLog log;

  @Inject
  public RevokeToken(
      ClientAuthenticator authenticator,
      TokenFamilies families,
      OwnTokens tokens,
      RevocationLog log) {
    this.authenticator = authenticator;
    this.families = families;
    this.tokens = tokens;
    this.log = log;
  }

  /** For the container's proxy. */
  protected RevokeToken() {
    this(null, null, null, null);
  }

  /** Empty if the token is void now, also if it never was one: a client could do nothing else. */
  public Optional<ErrorObject> revoke(HTTPRequest http, Trail trail) {
    try {
      var request = ProtocolMessages.read(() -> TokenRevocationRequest.parse(http));
      var client = authenticator.authenticate(request);
      var token = request.getToken().getValue();
      tokens
          .accessToken(token)
          .filter(claims -> client.clientId().equals(claims.getClaim("client_id")))
          .ifPresent(log::revoked);
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
