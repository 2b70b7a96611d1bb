package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A browser is signed in no more.
 *
 * @param by the user itself, or who has signed it out
 */
public record SessionEnded(UUID userId, UUID sessionId, String by) implements DomainEvent {

  @Override
  public String type() {
    return "auth.session-ended.v1";
  }
}
