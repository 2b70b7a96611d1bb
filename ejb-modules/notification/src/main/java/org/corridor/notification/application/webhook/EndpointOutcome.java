package org.corridor.notification.application.webhook;

import org.corridor.notification.domain.webhook.Endpoint;

/** What becomes of the wish to have or change an endpoint. */
public sealed interface EndpointOutcome {

  /** As it is now. */
  record Done(Endpoint endpoint) implements EndpointOutcome {}

  /**
   * As it is now, with the secret, which nobody is told again.
   *
   * @param secret {@code whsec_...}
   */
  record DoneWithSecret(Endpoint endpoint, String secret) implements EndpointOutcome {
    @Override
    public String toString() {
      return "DoneWithSecret[" + endpoint.id() + "]";
    }
  }

  /** It is no more. */
  record Deleted() implements EndpointOutcome {}

  /** There is none of the owner. */
  record NotFound() implements EndpointOutcome {}

  /** Somebody has changed it since it was read. */
  record Stale() implements EndpointOutcome {}

  /** The owner has as many as it may. */
  record TooMany(int most) implements EndpointOutcome {}

  /** There is no key for secrets, so there are no webhooks. */
  record NotOffered() implements EndpointOutcome {}
}
