package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.domain.ApiClient;

/**
 * Finds out which client speaks (RFC 6749, section 2.3): by {@code client_secret_basic} or {@code
 * client_secret_post}; a public client just names itself.
 */
@ApplicationScoped
public class ClientAuthenticator {

  private final ApiClients clients;

  @Inject
  public ClientAuthenticator(ApiClients clients) {
    this.clients = clients;
  }

  /** For the container's proxy. */
  protected ClientAuthenticator() {
    this(null);
  }

  /**
   * @throws GeneralException {@code invalid_client}, always in the same words; {@code
   *     invalid_request} if there is more than one secret
   */
  ApiClient authenticate(AbstractOptionallyIdentifiedRequest request) throws GeneralException {
    var candidates = request.getClientAuthenticationCandidates();
    if (candidates != null && candidates.size() > 1) {
      throw new GeneralException(
          OAuth2Error.INVALID_REQUEST.setDescription(
              "A client authenticates in one way at a time"));
    }
    var presented = request.getClientAuthentication();
    if (presented == null) {
      return find(request.getClientID() == null ? null : request.getClientID().getValue(), null);
    }
    if (presented instanceof PlainClientSecret secret) {
      return find(secret.getClientID().getValue(), secret.getClientSecret().getValue());
    }
    throw invalidClient();
  }

  /** A confidential client must show its secret, a public one has none to show. */
  private ApiClient find(String clientId, String secret) throws GeneralException {
    var found =
        clientId == null ? null : clients.byId(clientId).filter(ApiClient::active).orElse(null);
    var genuine = found != null && (secret == null ? found.isPublic() : found.hasSecret(secret));
    if (!genuine) {
      throw invalidClient();
    }
    return found;
  }

  private static GeneralException invalidClient() {
    return new GeneralException(OAuth2Error.INVALID_CLIENT);
  }
}
