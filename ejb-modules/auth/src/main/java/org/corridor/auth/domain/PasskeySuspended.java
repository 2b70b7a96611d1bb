package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** The counter of a passkey has gone back, so there may be a copy: it opens nothing any more. */
public record PasskeySuspended(UUID userId, UUID passkeyId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.passkey-suspended.v1";
  }
}
