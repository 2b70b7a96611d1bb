package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** Somebody has given the right password. */
public record SignInSucceeded(UUID userId) implements DomainEvent {

  @Override
  public String type() {
    return "auth.sign-in-succeeded.v1";
  }
}
