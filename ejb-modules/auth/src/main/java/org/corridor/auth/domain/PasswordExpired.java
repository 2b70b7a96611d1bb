package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A user must choose another password at its next sign-in.
 *
 * @param by the subject who wants it
 */
public record PasswordExpired(UUID userId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.password-expired.v1";
  }
}
