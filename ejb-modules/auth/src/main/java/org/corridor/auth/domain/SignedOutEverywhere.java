package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * All sign-ins of a user count for nothing any more.
 *
 * @param by the user itself, or who has signed it out
 */
public record SignedOutEverywhere(UUID userId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.signed-out-everywhere.v1";
  }
}
