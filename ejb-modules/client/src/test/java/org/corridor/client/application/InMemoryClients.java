package org.corridor.client.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientEvent;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.KycStatus;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.Trail;

/** Keeps clients for tests that are not about keeping them. */
final class InMemoryClients implements Clients {

  final Map<UUID, Client> kept = new LinkedHashMap<>();
  final List<ClientEvent> events = new ArrayList<>();

  InMemoryClients with(Client client) {
    kept.put(client.id(), client);
    return this;
  }

  @Override
  public Optional<Client> find(UUID id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Optional<Client> hold(UUID id) {
    return find(id);
  }

  @Override
  public void add(Changed registered, Instant at, Trail trail) {
    keep(registered, at, trail);
  }

  @Override
  public void keep(Changed changed, Instant at, Trail trail) {
    kept.put(changed.client().id(), changed.client());
    events.addAll(changed.events());
  }

  @Override
  public List<ClientListing> list(ClientFilter filter, UUID after, int limit) {
    return kept.values().stream()
        .filter(client -> filter.id() == null || filter.id().equals(client.id()))
        .filter(
            client -> filter.branch() == null || filter.branch().equals(client.origin().branch()))
        .map(
            client ->
                new ClientListing(
                    client.id(),
                    client.profile().party().kind(),
                    client.profile().party().displayName(),
                    client.origin().branch(),
                    client.status(),
                    client.kyc().status(),
                    client.kyc().level()))
        .toList();
  }

  @Override
  public List<EventEnvelope> history(UUID id) {
    return List.of();
  }

  @Override
  public List<UUID> approvedUntilBefore(LocalDate day, int limit) {
    return kept.values().stream()
        .filter(client -> client.kyc().status() == KycStatus.APPROVED)
        .filter(client -> client.kyc().validUntil().isBefore(day))
        .map(Client::id)
        .limit(limit)
        .toList();
  }
}
