package org.corridor.auth.domain;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * Somebody who does not know its password has asked for a link. What was typed as the user name is
 * not kept: people type their passwords there.
 *
 * @param userId null if there is no such user
 * @param linkId null if none was made
 * @param expiresAt null if none was made
 */
public record PasswordResetRequested(UUID userId, UUID linkId, Instant expiresAt)
    implements DomainEvent {

  @Override
  public String type() {
    return "auth.password-reset-requested.v1";
  }
}
