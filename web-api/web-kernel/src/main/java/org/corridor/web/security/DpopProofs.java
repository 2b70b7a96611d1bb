package org.corridor.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Verifies that who carries a token bound to a key has that key (RFC 9449, section 7): a proof for
 * this request, by this key, made just now, and used once.
 *
 * <p>Used proofs are remembered by each server for itself, for as long as a proof may be old:
 * whoever steals a proof together with its token can use it once more at another replica within
 * that minute, for the same method and address only.
 */
final class DpopProofs {

  static final String HEADER = "DPoP";

  /** What proofs are signed with, as told in challenges. */
  static final String ALGORITHMS = "ES256 RS256 PS256";

  private static final long MAX_SKEW_SECONDS = 10;
  private static final long MAX_AGE_SECONDS = 60;
  private static final int MAX_LENGTH = 8_192;
  private static final int MAX_REMEMBERED = 200_000;

  private final String origin;
  private final Cache<String, Boolean> used =
      Caffeine.newBuilder()
          .maximumSize(MAX_REMEMBERED)
          .expireAfterWrite(Duration.ofSeconds(2 * (MAX_AGE_SECONDS + MAX_SKEW_SECONDS)))
          .build();
  private final DPoPProtectedResourceRequestVerifier verifier =
      new DPoPProtectedResourceRequestVerifier(
          Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256),
          MAX_SKEW_SECONDS,
          MAX_AGE_SECONDS,
          this::use);

  /**
   * @param origin where callers reach the contexts, such as {@code https://bank.example}; not what
   *     a request says that it was sent to
   */
  DpopProofs(URI origin) {
    this.origin = origin.getScheme() + "://" + origin.getRawAuthority();
  }

  /**
   * Whether the proof is good for this request.
   *
   * @param proofs all headers {@code DPoP} of the request
   * @param path as it was sent, without a query
   * @param key SHA-256 thumbprint of the key that the token is bound to
   */
  boolean prove(List<String> proofs, String method, String path, String token, String key) {
    if (proofs == null || proofs.size() != 1 || proofs.get(0).length() > MAX_LENGTH) {
      return false;
    }
    try {
      verifier.verify(
          method,
          URI.create(origin + path),
          new DPoPIssuer(key),
          SignedText.parse(proofs.get(0)),
          new DPoPAccessToken(token),
          new JWKThumbprintConfirmation(new Base64URL(key)),
          null,
          null);
      return true;
    } catch (ParseException
        | InvalidDPoPProofException
        | AccessTokenValidationException
        | JOSEException notProven) {
      return false;
    }
  }

  private void use(DPoPProofUse proof) throws AlreadyUsedException {
    var id = proof.getIssuer().getValue() + ' ' + proof.getJWTID().getValue();
    if (used.asMap().putIfAbsent(id, Boolean.TRUE) != null) {
      throw new AlreadyUsedException("a proof is good for one use");
    }
  }
}
