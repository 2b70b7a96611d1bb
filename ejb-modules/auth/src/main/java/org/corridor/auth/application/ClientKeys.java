package org.corridor.auth.application;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys that a client signs its assertions with (RFC 7523): a JWK set that was given at
 * its registration. Addresses of such sets are not taken: this server calls nobody.
 */
final class ClientKeys {

  /** What assertions and proofs are signed with; nothing symmetric, and never {@code none}. */
  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private static final int MAX_KEYS = 5;
  private static final int MIN_RSA_BITS = 2_048;

  private ClientKeys() {}

  /** Why a client cannot have these; empty if it can. */
  static Optional<String> fault(Map<String, Object> jwks) {
    try {
      var keys = JWKSet.parse(jwks).getKeys();
      if (keys.isEmpty() || keys.size() > MAX_KEYS) {
        return Optional.of("A client has 1 to " + MAX_KEYS + " keys.");
      }
      for (var key : keys) {
        if (key.isPrivate()) {
          return Optional.of("A private key was sent: it must be thrown away now.");
        }
        if (!isStrong(key)) {
          return Optional.of("A key is RSA of 2048 bits or more, or EC of the curve P-256.");
        }
        if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
          return Optional.of("The use of a key is sig.");
        }
      }
      var ids = keys.stream().map(JWK::getKeyID).distinct().count();
      return ids == keys.size()
          ? Optional.empty()
          : Optional.of("Each key has an id (kid) of its own.");
    } catch (ParseException e) {
      return Optional.of("jwks is no JWK set (RFC 7517, section 5).");
    }
  }

  /** As it is kept: what the set has beyond public keys is left out. */
  static String json(Map<String, Object> jwks) {
    try {
      return JWKSet.parse(jwks).toPublicJWKSet().toString();
    } catch (ParseException e) {
      throw new IllegalArgumentException("not checked before", e);
    }
  }

  /** The keys that a signature with such a header may be by. */
  static List<PublicKey> candidates(String publicKeys, JWSHeader header) {
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      return List.of();
    }
    try {
      var found = new JWKSelector(JWKMatcher.forJWSHeader(header)).select(JWKSet.parse(publicKeys));
      return KeyConverter.toJavaKeys(found).stream()
          .filter(PublicKey.class::isInstance)
          .map(PublicKey.class::cast)
          .toList();
    } catch (ParseException e) {
      throw new IllegalStateException("a client has unreadable keys", e);
    }
  }

  private static boolean isStrong(JWK key) {
    if (key instanceof RSAKey rsa) {
      return rsa.size() >= MIN_RSA_BITS;
    }
    return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve());
  }
}
