package org.corridor.dev.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A door as somebody who signs in again before the access token ends. For many threads. */
public final class SignedIn {

  private static final Duration TOKEN_KEPT = Duration.ofMinutes(5);

  private final Door door;
  private final Supplier<Answer> signIn;

  private Door open;
  private Instant renewAt = Instant.MIN;

  /**
   * @param signIn gives the token endpoint's answer
   */
  public SignedIn(Door door, Supplier<Answer> signIn) {
    this.door = door;
    this.signIn = signIn;
  }

  /** With a token that is sure to be good for a while. */
  public synchronized Door door() {
    var now = Instant.now();
    if (!now.isBefore(renewAt)) {
      open = door.withToken(signIn.get().text("/access_token"));
      renewAt = now.plus(TOKEN_KEPT);
    }
    return open;
  }
}
