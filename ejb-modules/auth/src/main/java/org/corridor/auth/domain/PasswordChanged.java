package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A user has another password; earlier sign-ins count for nothing.
 *
 * @param by the user itself, or who has set it
 */
public record PasswordChanged(UUID userId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.password-changed.v1";
  }
}
