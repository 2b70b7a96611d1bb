package org.corridor.auth.domain;

import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A user may sign in from now on.
 *
 * @param by the subject who has created it
 */
public record UserCreated(
    UUID userId, List<String> roles, String branch, UUID corridorClientId, String by)
    implements DomainEvent {

  public UserCreated {
    roles = List.copyOf(roles);
  }

  @Override
  public String type() {
    return "auth.user-created.v1";
  }
}
