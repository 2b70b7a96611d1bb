package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A passkey of a user opens nothing any more. */
public record PasskeyRemoved(UUID userId, UUID passkeyId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.passkey-removed.v1";
  }
}
