package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Confirmation;
import org.corridor.platform.events.Trail;

/** Begins, rotates and revokes families of refresh tokens, and tells the events of it. */
@ApplicationScoped
public class TokenFamilies {

  private static final String SEPARATOR = ".";

  private final RefreshTokens store;
  private final AuthSettings settings;
  private final AuthClock clock;
  private final RevocationLog log;

  @Inject
  public TokenFamilies(
      RefreshTokens store, AuthSettings settings, AuthClock clock, RevocationLog log) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.log = log;
  }

  /** For the container's proxy. */
  protected TokenFamilies() {
    this(null, null, null, null);
  }

  /** A refresh token as a client presents it. */
  record Presented(UUID familyId, String secret) {

    static Optional<Presented> parse(String token) {
      var at = token.indexOf(SEPARATOR);
      if (at < 0 || at + 1 == token.length()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Presented(UUID.fromString(token.substring(0, at)), token.substring(at + 1)));
      } catch (IllegalArgumentException notOurs) {
        return Optional.empty();
      }
    }
  }

  /**
   * Empty if the code was replayed meanwhile.
   *
   * @param boundTo what the client's refresh tokens are bound to; null if that is nothing
   */
  Optional<RefreshToken> begin(AuthorizedCode code, Confirmation boundTo) {
    return begin(TokenFamily.from(code, boundTo, clock.now().plus(settings.signInLifetime())));
  }

  /**
   * For a client that gets no refresh token: the family is there as long as its access token, so
   * that it is seen and can be revoked. Empty if the code was replayed meanwhile; a token that
   * nobody is told otherwise.
   */
  Optional<RefreshToken> beginWithoutRefresh(AuthorizedCode code) {
    var end = clock.now().plus(settings.accessTokenLifetime());
    return begin(TokenFamily.from(code, null, end));
  }

  /** Of somebody who has signed in without a code. */
  RefreshToken begin(User user, ApiClient client, AccessTokens.Granted granted) {
    return begin(
            new TokenFamily(
                granted.familyId(),
                client.clientId(),
                user.id(),
                granted.scopes(),
                granted.audiences(),
                granted.authenticatedAt(),
                null,
                null,
                clock.now().plus(settings.signInLifetime()),
                granted.proof()))
        .orElseThrow(() -> new IllegalStateException("a new sign-in was revoked before it began"));
  }

  private Optional<RefreshToken> begin(TokenFamily family) {
    var secret = RandomSecrets.next();
    return store.begin(family, secret, idle(family))
        ? Optional.of(token(family.id(), secret))
        : Optional.empty();
  }

  /**
   * The family, if it has not ended; whether the token is its current one shows when it rotates.
   */
  Optional<TokenFamily> find(Presented presented) {
    return find(presented.familyId());
  }

  Optional<TokenFamily> find(UUID familyId) {
    return store.find(familyId).filter(family -> clock.now().isBefore(family.expiresAt()));
  }

  /** The family whose token it is now; the token goes on as it is. */
  Optional<TokenFamily> current(Presented presented) {
    return find(presented.familyId())
        .filter(family -> store.isCurrent(family.id(), presented.secret()));
  }

  /**
   * The next token in the place of this one.
   *
   * @throws GeneralException {@code invalid_grant} if it was not the current one
   */
  RefreshToken rotate(TokenFamily family, Presented presented, Trail trail)
      throws GeneralException {
    var next = RandomSecrets.next();
    var rotation = store.rotate(family.id(), presented.secret(), next, idle(family));
    if (rotation == RefreshTokens.Rotation.REUSED) {
      log.revoked(family.revoked(TokenFamilyRevoked.Reason.REFRESH_TOKEN_REUSED), trail);
    }
    if (rotation != RefreshTokens.Rotation.ROTATED) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    return token(family.id(), next);
  }

  void revoke(TokenFamily family, TokenFamilyRevoked.Reason reason, Trail trail) {
    if (store.revoke(family.id())) {
      log.revoked(family.revoked(reason), trail);
    }
  }

  /**
   * The same, in the current transaction.
   *
   * @throws TokenStoreUnavailable if it cannot be revoked now
   */
  void revokeWithin(TokenFamily family, TokenFamilyRevoked.Reason reason, Trail trail) {
    if (store.revoke(family.id())) {
      log.write(family.revoked(reason), trail);
    }
  }

  /** Also a family that has not begun yet: then it never will. */
  void revoke(AuthorizedCode code, TokenFamilyRevoked.Reason reason, Trail trail) {
    revoke(TokenFamily.from(code, null, clock.now()), reason, trail);
  }

  /** Never beyond the end of the family. */
  private Duration idle(TokenFamily family) {
    var left = Duration.between(clock.now(), family.expiresAt());
    return left.compareTo(settings.refreshIdle()) < 0 ? left : settings.refreshIdle();
  }

  private static RefreshToken token(UUID familyId, String secret) {
    return new RefreshToken(String.join(SEPARATOR, List.of(familyId.toString(), secret)));
  }
}
