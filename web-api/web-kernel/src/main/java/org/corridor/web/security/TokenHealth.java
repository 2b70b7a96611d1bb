package org.corridor.web.security;

import java.time.Instant;
import java.util.Optional;

/** Whether callers can be told apart. */
public final class TokenHealth {

  private TokenHealth() {}

  /**
   * True if the keys of an issuer are known, and what auth has called back; looks for the keys if
   * need be, and waits a few seconds.
   */
  public static boolean tokensCanBeVerified() {
    return TokenSettings.keysAreThere() && TokenSettings.revoked().isKnown();
  }

  /**
   * As of when it is known which tokens were called back: seconds old if all is well. Empty if it
   * is not known yet, or nobody calls any back.
   */
  public static Optional<Instant> revocationsAsOf() {
    return Optional.ofNullable(TokenSettings.revoked().asOf())
        .filter(asOf -> !asOf.equals(Instant.MAX));
  }
}
