package org.corridor.notification.application.webhook;

import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.notification.domain.webhook.EndpointOwner;

/**
 * Whose endpoints a caller sees and sets: a customer's are its client's; those of staff and
 * machines are the organisation's. Who is bound to a branch has none, since an endpoint of the
 * organisation is told of all branches.
 */
public final class WebhookAccess {

  private WebhookAccess() {}

  public static Optional<EndpointOwner> owner(Caller caller) {
    if (caller.isCustomer()) {
      return Optional.of(EndpointOwner.client(caller.clientId()));
    }
    return caller.boundBranch().isPresent()
        ? Optional.empty()
        : Optional.of(EndpointOwner.organisation());
  }
}
