package org.corridor.auth.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;

/**
 * Verifies the proofs that come to the token endpoint (RFC 9449, section 5): tokens are bound to
 * the key that has signed one. A proof lives for a minute and is good for one use, at any replica.
 */
@ApplicationScoped
public class ProofsOfPossession {

  private static final String HEADER = "DPoP";
  private static final long MAX_SKEW_SECONDS = 10;
  private static final long MAX_AGE_SECONDS = 60;
  private static final int MAX_LENGTH = 8_192;
  private static final Set<Nonce> NO_NONCES = null;
  private static final int MAX_JTI = 256;

  /** Longer than a proof can be good, whatever the clocks. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final SingleUses uses;
  private final DPoPTokenRequestVerifier atToken;
  private final DPoPTokenRequestVerifier atPush;

  @Inject
  public ProofsOfPossession(SingleUses uses, AuthSettings settings) {
    this.uses = uses;
    this.atToken = verifier(settings.endpoint("/token"));
    this.atPush = verifier(settings.endpoint("/par"));
  }

  /** For the container's proxy. */
  protected ProofsOfPossession() {
    this.uses = null;
    this.atToken = null;
    this.atPush = null;
  }

  /**
   * The SHA-256 thumbprint of the key that who asks for tokens has proved to have; empty if it
   * shows none.
   *
   * @throws GeneralException {@code invalid_dpop_proof} if a proof is bad, or there must be one
   * @throws TokenStoreUnavailable if it cannot be told whether it was used before
   */
  Optional<String> atTokenEndpoint(HTTPRequest request, ApiClient client) throws GeneralException {
    var key = key(atToken, request, client);
    if (key.isEmpty() && client.access().options().requiresDpop()) {
      throw refused("This client proves that it has its key (RFC 9449)");
    }
    return key;
  }

  /** The same of who pushes an authorization request (RFC 9449, section 10.1). */
  Optional<String> atPushEndpoint(HTTPRequest request, ApiClient client) throws GeneralException {
    return key(atPush, request, client);
  }

  private Optional<String> key(
      DPoPTokenRequestVerifier verifier, HTTPRequest request, ApiClient client)
      throws GeneralException {
    List<String> proofs = request.getHeaderValues(HEADER);
    if (proofs == null || proofs.isEmpty()) {
      return Optional.empty();
    }
    if (proofs.size() != 1 || proofs.get(0).length() > MAX_LENGTH) {
      throw refused("There must be one proof, of a usual size");
    }
    try {
      if (ProtocolMessages.jwt(proofs.get(0)) instanceof SignedJWT proof) {
        var issuer = new DPoPIssuer(new ClientID(client.clientId()));
        var key = verifier.verify(issuer, proof, NO_NONCES, null);
        return Optional.of(key.getValue().toString());
      }
      throw refused("The proof is not signed");
    } catch (ParseException | InvalidDPoPProofException | JOSEException e) {
      throw refused("The proof is not good for this request");
    }
  }

  private DPoPTokenRequestVerifier verifier(URI endpoint) {
    return new DPoPTokenRequestVerifier(
        ClientKeys.ALGORITHMS, endpoint, MAX_SKEW_SECONDS, MAX_AGE_SECONDS, this::use);
  }

  private void use(DPoPProofUse proof) throws AlreadyUsedException {
    var id = proof.getJWTID().getValue();
    var isFirst =
        id.length() <= MAX_JTI
            && uses.first("proof", proof.getIssuer().getValue() + ' ' + id, REMEMBERED);
    if (!isFirst) {
      throw new AlreadyUsedException("a proof is good for one use");
    }
  }

  private static GeneralException refused(String description) {
    return new GeneralException(OAuth2Error.INVALID_DPOP_PROOF.setDescription(description));
  }
}
