package org.corridor.auth.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Recognises the tokens that were issued here. */
@ApplicationScoped
public class OwnTokens {

  /** Those of access tokens in the profile of RFC 9068. */
  private static final Set<String> ACCESS_CLAIMS =
      Set.of("sub", "aud", "exp", "iat", "jti", "client_id");

  /** Those of ID tokens; when they end is no matter where they only remind of a sign-in. */
  private static final Set<String> ID_CLAIMS = Set.of("sub", "aud", "iat", "sid");

  private final DefaultJWTProcessor<SecurityContext> access;
  private final DefaultJWTProcessor<SecurityContext> hints;

  @Inject
  public OwnTokens(SigningKeys keys, AuthSettings settings, AuthClock clock) {
    this.access = processor(keys, AccessTokens.TYPE);
    this.hints = processor(keys, JOSEObjectType.JWT);
    access.setJWTClaimsSetVerifier(
        (claims, context) -> {
          require(claims, settings, ACCESS_CLAIMS);
          if (!clock.now().isBefore(end(claims))) {
            throw new BadJWTException("expired");
          }
        });
    hints.setJWTClaimsSetVerifier((claims, context) -> require(claims, settings, ID_CLAIMS));
  }

  /** For the container's proxy. */
  protected OwnTokens() {
    this.access = null;
    this.hints = null;
  }

  /** What an access token says that has not ended; whether its owner still may is not looked at. */
  Optional<JWTClaimsSet> accessToken(String token) {
    try {
      return Optional.of(access.process(ProtocolMessages.jwt(token), null));
    } catch (ParseException | BadJOSEException | JOSEException notOurs) {
      return Optional.empty();
    }
  }

  /** What an ID token says, also when it has ended. */
  Optional<JWTClaimsSet> idToken(JWT token) {
    try {
      return Optional.of(hints.process(token, null));
    } catch (BadJOSEException | JOSEException notOurs) {
      return Optional.empty();
    }
  }

  private static void require(JWTClaimsSet claims, AuthSettings settings, Set<String> names)
      throws BadJWTException {
    if (!settings.issuer().toString().equals(claims.getIssuer())
        || !claims.getClaims().keySet().containsAll(names)) {
      throw new BadJWTException("not issued here");
    }
  }

  static Instant end(JWTClaimsSet claims) {
    return moment(claims, "exp");
  }

  static Instant issuedAt(JWTClaimsSet claims) {
    return moment(claims, "iat");
  }

  private static Instant moment(JWTClaimsSet claims, String name) {
    return Instant.ofEpochSecond(((Number) claims.toJSONObject().get(name)).longValue());
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      SigningKeys keys, JOSEObjectType type) {
    var processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(type));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, (selector, context) -> selector.select(keys.publicKeys())));
    return processor;
  }
}
