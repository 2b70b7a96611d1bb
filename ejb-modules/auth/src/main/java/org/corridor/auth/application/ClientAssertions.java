package org.corridor.auth.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.auth.verifier.PKIClientX509CertificateBindingVerifier;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;

/**
 * Verifies {@code private_key_jwt} (RFC 7523; OpenID Connect Core, section 9). The audience must be
 * this issuer and nothing else: an assertion for one of several servers could be carried from one
 * to the other. An assertion lives for five minutes at most and is good for one use.
 */
@ApplicationScoped
public class ClientAssertions {

  private static final long MAX_AHEAD_SECONDS = 300;

  /** Longer than an assertion can be good, whatever the clocks. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final int MAX_JTI = 256;

  private final SingleUses uses;
  private final ClientAuthenticationVerifier<ApiClient> verifier;

  @Inject
  public ClientAssertions(SingleUses uses, AuthSettings settings) {
    this.uses = uses;
    this.verifier =
        new ClientAuthenticationVerifier<>(
            new RegisteredKeys(),
            (PKIClientX509CertificateBindingVerifier<ApiClient>) null,
            Set.of(new Audience(settings.issuer())),
            JWTAudienceCheck.STRICT,
            null,
            MAX_AHEAD_SECONDS);
  }

  /** For the container's proxy. */
  protected ClientAssertions() {
    this.uses = null;
    this.verifier = null;
  }

  /**
   * Whether it is the client's own, and new.
   *
   * @throws TokenStoreUnavailable if it cannot be told whether it was used before
   */
  boolean isGenuine(PrivateKeyJWT assertion, ApiClient client) {
    var jti = assertion.getJWTAuthenticationClaimsSet().getJWTID();
    if (jti == null || jti.getValue().length() > MAX_JTI) {
      return false;
    }
    var context = new Context<ApiClient>();
    context.set(client);
    try {
      verifier.verify(assertion, null, context);
    } catch (InvalidClientException | JOSEException e) {
      return false;
    }
    return uses.first("assertion", client.clientId() + ' ' + jti.getValue(), REMEMBERED);
  }

  private static final class RegisteredKeys implements ClientCredentialsSelector<ApiClient> {

    /** Kept as hashes only, so no signature can be verified with them. */
    @Override
    public List<Secret> selectClientSecrets(
        ClientID id, ClientAuthenticationMethod method, Context<ApiClient> context)
        throws InvalidClientException {
      throw InvalidClientException.NOT_REGISTERED_FOR_AUTH_METHOD;
    }

    @Override
    public List<PublicKey> selectPublicKeys(
        ClientID id,
        ClientAuthenticationMethod method,
        JWSHeader header,
        boolean forceRefresh,
        Context<ApiClient> context)
        throws InvalidClientException {
      var keys = context.get().credentials().publicKeys();
      if (keys == null) {
        throw InvalidClientException.NO_REGISTERED_JWK_SET;
      }
      return ClientKeys.candidates(keys, header);
    }
  }
}
