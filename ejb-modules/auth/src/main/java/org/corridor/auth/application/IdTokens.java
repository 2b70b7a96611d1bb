package org.corridor.auth.application;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.domain.User;

/**
 * Makes ID tokens (OpenID Connect Core, section 2): they tell a client who has signed in; no
 * service takes them for access.
 */
@ApplicationScoped
public class IdTokens {

  private final SigningKeys keys;
  private final AuthSettings settings;
  private final AuthClock clock;

  @Inject
  public IdTokens(SigningKeys keys, AuthSettings settings, AuthClock clock) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected IdTokens() {
    this(null, null, null);
  }

  /**
   * With how the user has shown who it is, and with {@code sid}, by which the client can end the
   * sign-in (OpenID Connect RP-Initiated Logout).
   */
  JWT of(User user, AuthorizedCode code) {
    var now = clock.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .subject(user.id().toString())
            .audience(code.apiClientId())
            .claim("iat", now.getEpochSecond())
            .claim("exp", now.plus(settings.accessTokenLifetime()).getEpochSecond())
            .claim("auth_time", code.authenticatedAt().getEpochSecond())
            .claim("sid", code.familyId().toString())
            .claim("acr", code.proof().acr())
            .claim("amr", code.proof().amr());
    if (code.nonce() != null) {
      claims.claim("nonce", code.nonce());
    }
    return keys.sign(JOSEObjectType.JWT, claims.build());
  }
}
