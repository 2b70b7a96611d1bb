package org.corridor.auth.application;

import java.time.Duration;

/**
 * Keeps authorization codes, hashed; each is used once.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface AuthorizationCodes {

  Duration LIFETIME = Duration.ofSeconds(60);

  void keep(String code, AuthorizedCode authorized);

  Redemption redeem(String code);

  /** What became of the attempt to use a code. */
  sealed interface Redemption {

    /** Whoever presents it next replays it. */
    record Redeemed(AuthorizedCode authorized) implements Redemption {}

    /** It was used before: somebody has stolen it. */
    record Replayed(AuthorizedCode authorized) implements Redemption {}

    /** Never issued, or expired. */
    record Unknown() implements Redemption {}
  }
}
