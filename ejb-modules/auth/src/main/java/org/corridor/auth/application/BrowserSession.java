package org.corridor.auth.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * That somebody is signed in with a browser.
 *
 * @param methods how it has shown who it is
 * @param device as the browser calls itself; shown to the user alone
 * @param expiresAt when it ends, however often it is used
 */
public record BrowserSession(
    UUID id,
    UUID userId,
    Instant authenticatedAt,
    Set<String> methods,
    String device,
    Instant expiresAt) {

  public BrowserSession {
    methods = Set.copyOf(methods);
  }

  /** Whether it came from that. */
  boolean isOf(SignInSteps.Proven proven) {
    return userId.equals(proven.userId()) && authenticatedAt.equals(proven.at());
  }

  Proof proof() {
    return new Proof(methods, id);
  }
}
