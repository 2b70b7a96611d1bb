package org.corridor.notification.application;

import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.notification.domain.Recipient;

/**
 * Who may see and set what. The permission to do a thing at all was checked at the door.
 *
 * <ul>
 *   <li>A customer is the recipient that its client record is; it reaches no other.
 *   <li>Staff are told things as the users that they are. They reach clients: those of their branch
 *       if they are bound to one.
 *   <li>A machine client is nobody that could be told anything.
 * </ul>
 */
public final class NotificationAccess {

  private NotificationAccess() {}

  /** What the caller is told as; empty for a machine. */
  public static Optional<Recipient> own(Caller caller) {
    if (caller.isCustomer()) {
      return Optional.of(Recipient.client(caller.clientId()));
    }
    try {
      return Optional.of(Recipient.user(UUID.fromString(caller.subject())));
    } catch (IllegalArgumentException noUser) {
      return Optional.empty();
    }
  }

  public static boolean isOwn(Caller caller, Recipient recipient) {
    return own(caller).map(recipient::equals).orElse(false);
  }

  /** Whether the caller reaches recipients of the whole organisation. */
  public static boolean reachesAll(Caller caller) {
    return !caller.isCustomer() && caller.boundBranch().isEmpty();
  }
}
