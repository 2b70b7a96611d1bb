package org.corridor.auth.domain;

import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * A user's roles, branch, limits, name or status were changed.
 *
 * @param status after the change
 * @param by the subject who has changed it; {@code system} for a lock after too many failures
 */
public record UserUpdated(
    UUID userId, List<String> roles, String branch, UserStatus status, String by)
    implements DomainEvent {

  public static final String BY_SYSTEM = "system";

  public UserUpdated {
    roles = List.copyOf(roles);
  }

  public static UserUpdated of(User user, String by) {
    return new UserUpdated(
        user.id(), user.assignment().sortedRoles(), user.assignment().branch(), user.status(), by);
  }

  @Override
  public String type() {
    return "auth.user-updated.v1";
  }
}
