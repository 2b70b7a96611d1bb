package org.corridor.client.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.Trail;

/** Where clients are kept, each with the events that made it so. */
public interface Clients {

  Optional<Client> find(UUID id);

  /** Finds a client and keeps everybody else from changing it until the transaction ends. */
  Optional<Client> hold(UUID id);

  /** Keeps a new client and its events, in the transaction that runs. */
  void add(Changed registered, Instant at, Trail trail);

  /** Keeps a held client as it is now, and its new events, in the transaction that runs. */
  void keep(Changed changed, Instant at, Trail trail);

  /** In the order of registration; up to {@code limit}. */
  List<ClientListing> list(ClientFilter filter, UUID after, int limit);

  /** All that has happened to a client, oldest first. */
  List<EventEnvelope> history(UUID id);

  /** The clients whose approval was valid until before that day, up to {@code limit}. */
  List<UUID> approvedUntilBefore(LocalDate day, int limit);
}
