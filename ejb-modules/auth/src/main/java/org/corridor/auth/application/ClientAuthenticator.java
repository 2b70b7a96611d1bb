package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AbstractOptionallyAuthenticatedRequest;
import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.TLSClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.domain.ApiClient;

/**
 * Finds out which client speaks (RFC 6749, section 2.3): by {@code client_secret_basic}, {@code
 * client_secret_post} or {@code private_key_jwt}; a public client just names itself.
 */
@ApplicationScoped
public class ClientAuthenticator {

  private final ApiClients clients;
  private final ClientAssertions assertions;
  private final AuthClock clock;

  @Inject
  public ClientAuthenticator(ApiClients clients, ClientAssertions assertions, AuthClock clock) {
    this.clients = clients;
    this.assertions = assertions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ClientAuthenticator() {
    this(null, null, null);
  }

  /**
   * @throws GeneralException {@code invalid_client}, always in the same words; {@code
   *     invalid_request} if there is more than one secret
   */
  ApiClient authenticate(AbstractOptionallyIdentifiedRequest request) throws GeneralException {
    return authenticate(request, request.getClientID());
  }

  /**
   * The same for a request that names its client elsewhere.
   *
   * @param named null if only a client with credentials may speak
   */
  ApiClient authenticate(AbstractOptionallyAuthenticatedRequest request, ClientID named)
      throws GeneralException {
    var candidates = request.getClientAuthenticationCandidates();
    if (candidates != null && candidates.stream().filter(way -> !isTls(way)).count() > 1) {
      throw new GeneralException(
          OAuth2Error.INVALID_REQUEST.setDescription(
              "A client authenticates in one way at a time"));
    }
    var read = request.getClientAuthentication();
    var id = read == null ? named : read.getClientID();
    var presented = isTls(read) ? null : read;
    var found =
        id == null ? null : clients.byId(id.getValue()).filter(ApiClient::active).orElse(null);
    if (found == null || !isGenuine(found, presented)) {
      throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }
    return found;
  }

  /** Nimbus takes a certificate for credentials; here it binds tokens, and nothing else. */
  private static boolean isTls(ClientAuthentication presented) {
    return presented instanceof TLSClientAuthentication;
  }

  /** Each client in the one way that it is registered for; a public one has nothing to show. */
  private boolean isGenuine(ApiClient client, ClientAuthentication presented) {
    if (presented == null) {
      return client.isPublic();
    }
    if (presented instanceof PlainClientSecret secret) {
      return client.credentials().hasSecret(secret.getClientSecret().getValue(), clock.now());
    }
    return presented instanceof PrivateKeyJWT assertion && assertions.isGenuine(assertion, client);
  }
}
