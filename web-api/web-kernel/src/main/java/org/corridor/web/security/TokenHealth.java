package org.corridor.web.security;

/** Whether callers can be told apart. */
public final class TokenHealth {

  private TokenHealth() {}

  /** True if the issuer's keys are known; looks for them if need be, and waits a few seconds. */
  public static boolean tokensCanBeVerified() {
    return TokenSettings.keys().areThere();
  }
}
