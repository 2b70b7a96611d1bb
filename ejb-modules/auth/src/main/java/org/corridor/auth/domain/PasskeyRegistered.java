package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A user signs in with this passkey too from now on. */
public record PasskeyRegistered(UUID userId, UUID passkeyId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.passkey-registered.v1";
  }
}
