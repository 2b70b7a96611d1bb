package org.corridor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import org.corridor.kernel.Caller;

/**
 * Whose tokens are taken for one audience: by its own keys and nobody else's, which no token can
 * choose.
 */
final class TrustedIssuer {

  private final String issuer;
  private final ClaimsReader reader;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  private TrustedIssuer(
      String issuer,
      Set<JOSEObjectType> types,
      Set<JWSAlgorithm> algorithms,
      String audience,
      Set<String> required,
      JWKSource<SecurityContext> keys,
      ClaimsReader reader) {
    this.issuer = issuer;
    this.reader = reader;
    // of a set that it can ask for null: a token may have no type
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new HashSet<>(types)));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().issuer(issuer).build(), required));
  }

  /** Corridor's own, in the profile of RFC 9068: type {@code at+jwt}, RS256. */
  static TrustedIssuer own(JWKSource<SecurityContext> keys, String issuer, String audience) {
    return new TrustedIssuer(
        issuer,
        Set.of(new JOSEObjectType("at+jwt")),
        Set.of(JWSAlgorithm.RS256),
        audience,
        Set.of("sub", "exp", "iat", "client_id"),
        keys,
        new OwnClaims());
  }

  /**
   * Another one, as its settings say.
   *
   * @param audience of this context; counts if the settings name none
   */
  static TrustedIssuer foreign(
      JWKSource<SecurityContext> keys, ForeignSettings settings, String audience) {
    return new TrustedIssuer(
        settings.issuer().toString(),
        settings.types(),
        settings.algorithms(),
        settings.audience() == null ? audience : settings.audience(),
        Set.of("sub", "exp", "iat"),
        keys,
        new ForeignClaims(settings));
  }

  /** What {@code iss} must be. */
  String issuer() {
    return issuer;
  }

  /** The claims of a token that is this issuer's and good. */
  JWTClaimsSet verify(SignedJWT token) throws BadJOSEException, JOSEException {
    return processor.process(token, null);
  }

  Caller caller(JWTClaimsSet claims) throws ParseException {
    return reader.read(claims);
  }

  TokenMarks marks(JWTClaimsSet claims) throws ParseException {
    return reader.marks(claims);
  }
}
