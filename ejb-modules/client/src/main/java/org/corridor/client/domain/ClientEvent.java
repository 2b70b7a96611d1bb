package org.corridor.client.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * What happened to a client. Events say that something changed and which part, never a name, an
 * address or a date of birth: they travel to other contexts and are kept for years.
 */
public sealed interface ClientEvent extends DomainEvent {

  UUID clientId();

  /** A client is known; it is a prospect. */
  record ClientRegistered(UUID clientId, PartyKind kind, String branch, String actor)
      implements ClientEvent {
    @Override
    public String type() {
      return "client.registered.v1";
    }
  }

  /** Some members of its profile have changed. */
  record ClientUpdated(UUID clientId, List<String> fields, String actor) implements ClientEvent {

    public ClientUpdated {
      fields = List.copyOf(fields);
    }

    @Override
    public String type() {
      return "client.updated.v1";
    }
  }

  /** It may do business, for the first time or again. */
  record ClientActivated(UUID clientId, String actor) implements ClientEvent {
    @Override
    public String type() {
      return "client.activated.v1";
    }
  }

  /** It may not do business until it is activated again. */
  record ClientSuspended(UUID clientId, SuspensionReason reason, String actor)
      implements ClientEvent {
    @Override
    public String type() {
      return "client.suspended.v1";
    }
  }

  /** It is a client no longer. */
  record ClientClosed(UUID clientId, ClosureReason reason, String actor) implements ClientEvent {
    @Override
    public String type() {
      return "client.closed.v1";
    }
  }

  /** A review of who it is has begun. */
  record KycSubmitted(UUID clientId, String actor) implements ClientEvent {
    @Override
    public String type() {
      return "client.kyc-submitted.v1";
    }
  }

  /** It is who it says it is, as far as the level says. */
  record KycApproved(UUID clientId, KycLevel level, LocalDate validUntil, String actor)
      implements ClientEvent {
    @Override
    public String type() {
      return "client.kyc-approved.v1";
    }
  }

  /** The review ended without approval. */
  record KycRejected(UUID clientId, RejectionReason reason, String actor) implements ClientEvent {
    @Override
    public String type() {
      return "client.kyc-rejected.v1";
    }
  }

  /** The approval does not hold any longer. */
  record KycExpired(UUID clientId, ExpiryReason reason, String actor) implements ClientEvent {
    @Override
    public String type() {
      return "client.kyc-expired.v1";
    }
  }
}
