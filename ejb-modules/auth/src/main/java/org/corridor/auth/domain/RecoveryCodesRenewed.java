package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A user has other recovery codes; those of before are void. */
public record RecoveryCodesRenewed(UUID userId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.recovery-codes-renewed.v1";
  }
}
