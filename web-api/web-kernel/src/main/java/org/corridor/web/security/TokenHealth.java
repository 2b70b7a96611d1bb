package org.corridor.web.security;

import java.time.Instant;
import java.util.Optional;

/** Whether callers can be told apart. */
public final class TokenHealth {

  private TokenHealth() {}

  /**
   * True if the issuer's keys are known, and what it has called back; looks for the keys if need
   * be, and waits a few seconds.
   */
  public static boolean tokensCanBeVerified() {
    return TokenSettings.keys().areThere() && TokenSettings.revoked().isKnown();
  }

  /**
   * As of when it is known which tokens were called back: seconds old if all is well. Empty if it
   * is not known yet, or the issuer calls none back.
   */
  public static Optional<Instant> revocationsAsOf() {
    return Optional.ofNullable(TokenSettings.revoked().asOf())
        .filter(asOf -> !asOf.equals(Instant.MAX));
  }
}
