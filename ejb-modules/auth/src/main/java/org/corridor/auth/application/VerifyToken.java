package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells a script whether its access token is good now, and what it allows. */
@ApplicationScoped
public class VerifyToken {

  private final OwnTokens tokens;
  private final TokenOwners owners;

  @Inject
  public VerifyToken(OwnTokens tokens, TokenOwners owners) {
    this.tokens = tokens;
    this.owners = owners;
  }

  /** For the container's proxy. */
  protected VerifyToken() {
    this(null, null);
  }

  /** What a good token says. */
  public record Verified(
      String subject,
      String clientId,
      List<String> permissions,
      List<String> audience,
      Instant expiresAt) {

    public Verified {
      permissions = List.copyOf(permissions);
      audience = List.copyOf(audience);
    }
  }

  /** Empty if it is not good, whatever the reason. */
  public Optional<Verified> verify(String token) {
    return tokens.accessToken(token).filter(owners::mayStillComeIn).map(VerifyToken::verified);
  }

  private static Verified verified(JWTClaimsSet claims) {
    try {
      return new Verified(
          claims.getSubject(),
          claims.getStringClaim("client_id"),
          claims.getStringListClaim("permissions"),
          claims.getAudience(),
          OwnTokens.end(claims));
    } catch (ParseException e) {
      throw new IllegalStateException("a token that was issued here has claims of other types", e);
    }
  }
}
