package org.corridor.auth.application;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps families of refresh tokens; of the current token only its hash.
 *
 * <p>Using a token that is no longer current revokes its family, whoever uses it: of a thief and
 * the owner, one comes second, and nobody can tell which (RFC 9700, section 4.14.2). That also
 * holds for two uses at the same instant: one of them wins, the other ends the family, so the
 * winner's new refresh token is void. A client must therefore refresh one at a time.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface RefreshTokens {

  /**
   * Begins a family.
   *
   * @param token its first one
   * @param idle how long a token may lie unused
   * @return false if the family was revoked before it began, since its code was replayed
   */
  boolean begin(TokenFamily family, String token, Duration idle);

  Optional<TokenFamily> find(UUID familyId);

  /** Whether it is the family's token now; does not use it. */
  boolean isCurrent(UUID familyId, String presented);

  /** The families of a user, those that have ended left out; the newest first. */
  List<TokenFamily> of(UUID userId);

  /** Decided at once for all replicas: of any number of uses of one token, one wins. */
  Rotation rotate(UUID familyId, String presented, String next, Duration idle);

  /**
   * @return false if it was revoked, or had ended, before
   */
  boolean revoke(UUID familyId);

  /** What became of the attempt to use a refresh token. */
  enum Rotation {
    ROTATED,
    /** The token was used before; the family is now revoked. */
    REUSED,
    /** There is no such family, or no longer. */
    UNKNOWN
  }
}
