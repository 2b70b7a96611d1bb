package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A person lets a program have nothing of it any more. */
public record ConsentWithdrawn(UUID userId, String apiClientId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.consent-withdrawn.v1";
  }
}
