package org.corridor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Confirmation;

/**
 * Verifies access tokens: issuer, signature, type, audience, expiry, as each {@link TrustedIssuer}
 * has them. A token that was verified is remembered by its SHA-256 until it expires, since
 * verifying one costs more than all the rest of the door; one verifier serves one audience, so what
 * another context has verified counts for nothing here.
 */
public final class TokenVerifier {

  private static final Logger LOG = Logger.getLogger(TokenVerifier.class.getName());
  private static final int MAX_REMEMBERED = 10_000;
  private static final int MAX_TOKEN_LENGTH = 8_192;

  private final Map<String, TrustedIssuer> issuers;
  private final Clock clock;
  private final Map<String, Verified> remembered;

  /**
   * What a token says that was verified.
   *
   * @param boundTo what its bearer must show to have; null for an ordinary one
   * @param marks what it could be called back by
   */
  record Verified(Caller caller, Instant expiresAt, Confirmation boundTo, TokenMarks marks) {}

  /**
   * For Corridor's own tokens.
   *
   * @param keys the issuer's public keys
   * @param audience of this context, such as {@code corridor-account}
   */
  public TokenVerifier(
      JWKSource<SecurityContext> keys, String issuer, String audience, Clock clock) {
    this(List.of(TrustedIssuer.own(keys, issuer, audience)), clock);
  }

  /**
   * @param trusted for the audience of this context
   * @throws IllegalArgumentException if two of them have the same name in tokens
   */
  TokenVerifier(List<TrustedIssuer> trusted, Clock clock) {
    this.clock = clock;
    this.issuers = new HashMap<>();
    for (var issuer : trusted) {
      if (issuers.put(issuer.issuer(), issuer) != null) {
        throw new IllegalArgumentException("twice among the issuers: " + issuer.issuer());
      }
    }
    this.remembered = new LruMap();
  }

  /**
   * The caller that a bearer token speaks for; empty if it is not to be trusted, whatever the
   * reason, or is bound to a key or a certificate.
   *
   * @throws KeysUnavailable if that cannot be told now
   */
  public Optional<Caller> verify(String token) {
    return look(token).filter(verified -> verified.boundTo() == null).map(Verified::caller);
  }

  /**
   * What a token says, which may be bound; empty if it is not to be trusted.
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
      var verified = check(SignedText.parse(token));
      synchronized (remembered) {
        verified.ifPresent(good -> remembered.put(hash, good));
      }
      return verified;
    } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
      LOG.log(Level.FINE, "a token is refused", e);
      return Optional.empty();
    } catch (JOSEException e) {
      throw new KeysUnavailable(e);
    }
  }

  /** What a token says of its issuer only chooses who is to have signed it. */
  private Optional<Verified> check(SignedJWT token)
      throws ParseException, BadJOSEException, JOSEException {
    var issuer = issuers.get(token.getJWTClaimsSet().getIssuer());
    if (issuer == null) {
      return Optional.empty();
    }
    var claims = issuer.verify(token);
    return Optional.of(
        new Verified(
            issuer.caller(claims),
            claims.getExpirationTime().toInstant(),
            boundTo(claims),
            issuer.marks(claims)));
  }

  /** A token that is bound in a way not known here is nobody's. */
  private static Confirmation boundTo(JWTClaimsSet claims) throws ParseException {
    var confirmation = claims.getJSONObjectClaim("cnf");
    return confirmation == null ? null : Confirmation.of(confirmation);
  }

  private static String sha256(String token) {
    return Base64.getEncoder().encodeToString(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
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
