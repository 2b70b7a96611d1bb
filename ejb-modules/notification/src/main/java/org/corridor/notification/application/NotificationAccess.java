package org.corridor.notification.application;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.corridor.contracts.client.ClientContact;
import org.corridor.kernel.Caller;
import org.corridor.notification.application.Deliveries.Filter;
import org.corridor.notification.domain.Recipient;
import org.corridor.notification.domain.webhook.EndpointOwner;

/**
 * Who may see and set what. The permission to do a thing at all was checked at the door.
 *
 * <ul>
 *   <li>A customer is the recipient that its client record is; it reaches no other.
 *   <li>Staff are told things as the users that they are. They reach clients: those of their branch
 *       if they are bound to one.
 *   <li>A machine client is nobody that could be told anything.
 *   <li>A customer's webhook endpoints are its client's; those of staff and machines are the
 *       organisation's. Who is bound to a branch has none, since an endpoint of the organisation is
 *       told of all branches.
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

  /**
   * Whether the caller reaches the recipient.
   *
   * @param clients asked only where a client's branch matters; empty if there is no such client
   */
  public static boolean reaches(
      Caller caller, Recipient recipient, Function<UUID, Optional<ClientContact>> clients) {
    if (own(caller).map(recipient::equals).orElse(false)) {
      return true;
    }
    if (caller.isCustomer()) {
      return false;
    }
    return recipient.kind() == Recipient.Kind.CLIENT
        ? clients
            .apply(recipient.id())
            .filter(client -> caller.reaches(client.id(), client.branch()))
            .isPresent()
        : reachesAll(caller);
  }

  /**
   * What the caller may see of the deliveries that it asks for; empty if that is nothing at all.
   * Who does not reach everybody and names nobody sees its own.
   *
   * @param reached whether the caller reaches a recipient
   */
  public static Optional<Filter> narrow(Caller caller, Filter asked, Predicate<Recipient> reached) {
    if (asked.recipient() != null) {
      return reached.test(asked.recipient()) ? Optional.of(asked) : Optional.empty();
    }
    return reachesAll(caller)
        ? Optional.of(asked)
        : own(caller).map(own -> new Filter(own, asked.status(), asked.channel()));
  }

  /** Whose webhook endpoints the caller sees and sets; empty for nobody's. */
  public static Optional<EndpointOwner> endpointOwner(Caller caller) {
    if (caller.isCustomer()) {
      return Optional.of(EndpointOwner.client(caller.clientId()));
    }
    return caller.boundBranch().isPresent()
        ? Optional.empty()
        : Optional.of(EndpointOwner.organisation());
  }

  /** Whether the caller reaches recipients of the whole organisation. */
  private static boolean reachesAll(Caller caller) {
    return !caller.isCustomer() && caller.boundBranch().isEmpty();
  }
}
