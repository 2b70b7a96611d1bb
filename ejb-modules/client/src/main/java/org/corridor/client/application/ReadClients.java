package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.client.domain.Client;
import org.corridor.kernel.Caller;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.audit.Concealed;

/** Finds clients, among those that the caller reaches. */
@ApplicationScoped
public class ReadClients {

  private final Clients clients;

  @Inject
  public ReadClients(Clients clients) {
    this.clients = clients;
  }

  /** For the container's proxy. */
  protected ReadClients() {
    this(null);
  }

  @Transactional
  public Optional<Client> byId(Caller caller, UUID id) {
    return clients
        .find(id)
        .filter(
            client -> Concealed.unless(ClientAccess.reaches(caller, client), caller, "client", id));
  }

  /** In the order of registration, after the client with the given id; up to {@code limit}. */
  @Transactional
  public List<ClientListing> list(Caller caller, ClientFilter asked, UUID after, int limit) {
    return ClientAccess.narrow(caller, asked)
        .map(filter -> clients.list(filter, after, limit))
        .orElse(List.of());
  }

  /** All that has happened to a client, oldest first; empty if the caller may not know of it. */
  @Transactional
  public Optional<List<EventEnvelope>> history(Caller caller, UUID id) {
    return byId(caller, id).map(client -> clients.history(client.id()));
  }
}
