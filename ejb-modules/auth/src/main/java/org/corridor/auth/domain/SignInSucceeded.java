package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * Somebody has given the right password, or has signed in by a passkey.
 *
 * @param device tells this user's devices apart, and nothing else: a hash that no other user's
 *     equals; null if it was no sign-in, but a confirmation
 */
public record SignInSucceeded(UUID userId, String device) implements DomainEvent {

  /**
   * @param description of the device, such as its User-Agent; may be null
   */
  public static SignInSucceeded from(String description, UUID userId) {
    var device = description == null ? null : Digests.sha256(userId + "\n" + description);
    return new SignInSucceeded(userId, device);
  }

  @Override
  public String type() {
    return "auth.sign-in-succeeded.v1";
  }
}
