package org.corridor.auth.domain;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A user without a password was sent a link to choose one.
 *
 * @param by the subject who has invited it
 */
public record UserInvited(UUID userId, UUID linkId, Instant expiresAt, String by)
    implements DomainEvent {

  @Override
  public String type() {
    return "auth.user-invited.v1";
  }
}
