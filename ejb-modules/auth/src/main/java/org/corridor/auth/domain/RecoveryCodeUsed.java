package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A user has signed in with one of its recovery codes. */
public record RecoveryCodeUsed(UUID userId, int left) implements DomainEvent {

  @Override
  public String type() {
    return "auth.recovery-code-used.v1";
  }
}
