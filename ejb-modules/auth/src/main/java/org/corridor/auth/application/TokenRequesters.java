package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.kernel.Confirmation;

/** Finds out who asks for tokens: which client, with which key or certificate. */
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
    var key = proofs.atTokenEndpoint(http, client).map(Confirmation::ofKey);
    return new TokenRequester(
        client,
        client.access().options().requiresCertificate()
            ? certificate(http, key.isPresent())
            : key.orElse(null));
  }

  /** Whose it is makes no difference: to be the client, it shows its credentials. */
  private static Confirmation certificate(HTTPRequest http, boolean isKeyProved)
      throws GeneralException {
    var certificate = http.getClientX509Certificate();
    if (certificate == null) {
      throw RequestChecks.invalid("This client shows its certificate in TLS (RFC 8705)");
    }
    if (isKeyProved) {
      throw RequestChecks.invalid("Tokens of this client are bound to its certificate, to no key");
    }
    return Confirmation.ofCertificate(
        X509CertificateConfirmation.of(certificate).getValue().toString());
  }
}
