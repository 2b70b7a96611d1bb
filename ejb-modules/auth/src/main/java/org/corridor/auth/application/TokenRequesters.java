package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds out who asks for tokens: which client, with which key. */
@ApplicationScoped
public class TokenRequesters {

  private final ClientAuthenticator clients;
  private final ProofsOfPossession proofs;

  @Inject
  public TokenRequesters(ClientAuthenticator clients, ProofsOfPossession proofs) {
    this.clients = clients;
    this.proofs = proofs;
  }

  /** For the container's proxy. */
  protected TokenRequesters() {
    this(null, null);
  }

  /**
   * @param http the request as it came in
   * @throws GeneralException {@code invalid_client}, {@code invalid_request} or {@code
   *     invalid_dpop_proof}
   */
  TokenRequester authenticate(HTTPRequest http, TokenRequest request) throws GeneralException {
    var client = clients.authenticate(request);
    return new TokenRequester(client, proofs.atTokenEndpoint(http, client).orElse(null));
  }
}
