package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A user signs in with its password alone again. */
public record SecondFactorDisabled(UUID userId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.second-factor-disabled.v1";
  }
}
