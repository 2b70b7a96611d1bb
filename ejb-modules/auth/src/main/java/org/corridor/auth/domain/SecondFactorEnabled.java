package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A user signs in with one-time codes too from now on. */
public record SecondFactorEnabled(UUID userId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.second-factor-enabled.v1";
  }
}
