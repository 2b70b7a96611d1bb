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
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;

/**
 * Verifies access tokens in the profile of RFC 9068: type {@code at+jwt}, RS256, issuer, audience,
 * expiry. A token that was verified is remembered by its SHA-256 until it expires, since verifying
 * one costs more than all the rest of the door; one verifier serves one audience, so what another
 * context has verified counts for nothing here.
 */
public final class TokenVerifier {

  private static final int MAX_REMEMBERED = 10_000;
  private static final int MAX_TOKEN_LENGTH = 8_192;

  private final DefaultJWTProcessor<SecurityContext> processor;
  private final Clock clock;
  private final Map<String, Verified> remembered;

  /**
   * What a token says that was verified.
   *
   * @param boundKey SHA-256 thumbprint of the key that its bearer must prove to have (RFC 9449);
   *     null for an ordinary one
   * @param marks what it could be called back by
   */
  record Verified(Caller caller, Instant expiresAt, String boundKey, TokenMarks marks) {}

  /**
   * @param keys the issuer's public keys
   * @param audience of this context, such as {@code corridor-account}
   */
  public TokenVerifier(
      JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
    this.clock = clock;
    this.processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat", "client_id")));
    this.remembered = new LruMap();
  }

  /**
   * The caller that a bearer token speaks for; empty if it is not to be trusted, whatever the
   * reason, or is bound to a key.
   *
   * @throws KeysUnavailable if that cannot be told now
   */
  public Optional<Caller> verify(String token) {
    return look(token).filter(verified -> verified.boundKey() == null).map(Verified::caller);
  }

  /**
   * What a token says, which may be bound to a key; empty if it is not to be trusted.
   *
   * @throws KeysUnavailable if that cannot be told now
   */
  Optional<Verified> look(String token) {
    if (token.length() > MAX_TOKEN_LENGTH) {
      return Optional.empty();
    }
    var hash = sha256(token);
    synchronized (remembered) {
      var known = remembered.get(hash);
      if (known != null) {
        if (clock.instant().isBefore(known.expiresAt())) {
          return Optional.of(known);
        }
        remembered.remove(hash);
        return Optional.empty();
      }
    }
    try {
      var claims = processor.process(token, null);
      var verified =
          new Verified(
              caller(claims),
              claims.getExpirationTime().toInstant(),
              boundKey(claims),
              TokenMarks.of(claims));
      synchronized (remembered) {
        remembered.put(hash, verified);
      }
      return Optional.of(verified);
    } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (JOSEException e) {
      throw new KeysUnavailable(e);
    }
  }

  private static Caller caller(JWTClaimsSet claims) throws ParseException {
    var permissions = claims.getStringListClaim("permissions");
    var client = claims.getStringClaim("corridor_client");
    return new Caller(
        claims.getSubject(),
        permissions == null ? Set.of() : Set.copyOf(permissions),
        claims.getStringClaim("branch"),
        client == null ? null : UUID.fromString(client),
        limits(claims.getJSONObjectClaim("amount_limits")),
        authentication(claims));
  }

  /** A machine is its own subject (RFC 9068, section 2.2). */
  private static Authentication authentication(JWTClaimsSet claims) throws ParseException {
    if (claims.getSubject().equals(claims.getStringClaim("client_id"))) {
      return null;
    }
    var seconds = claims.getLongClaim("auth_time");
    return new Authentication(
        seconds == null ? null : Instant.ofEpochSecond(seconds), claims.getStringClaim("acr"));
  }

  /** A token that is bound in a way not known here is nobody's. */
  private static String boundKey(JWTClaimsSet claims) throws ParseException {
    var confirmation = claims.getJSONObjectClaim("cnf");
    if (confirmation == null) {
      return null;
    }
    if (confirmation.size() == 1 && confirmation.get("jkt") instanceof String thumbprint) {
      return thumbprint;
    }
    throw new IllegalArgumentException("bound in an unknown way");
  }

  private static Map<Currency, Long> limits(Map<String, Object> claim) {
    var limits = new HashMap<Currency, Long>();
    if (claim != null) {
      claim.forEach(
          (code, amount) -> {
            var currency = Currency.getInstance(code);
            limits.put(currency, Money.parse(amount.toString(), currency).minorUnits());
          });
    }
    return limits;
  }

  private static String sha256(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class LruMap extends LinkedHashMap<String, Verified> {
    private static final long serialVersionUID = 1L;

    LruMap() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
      return size() > MAX_REMEMBERED;
    }
  }
}
