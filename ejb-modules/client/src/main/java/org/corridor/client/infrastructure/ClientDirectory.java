package org.corridor.client.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.client.application.Clients;
import org.corridor.contracts.client.ClientContract;
import org.corridor.contracts.client.ClientSummary;

/** The context's door for callers in the same EAR. */
@Stateless(name = "ClientDirectory")
@Local(ClientContract.class)
public class ClientDirectory implements ClientContract {

  private final Clients clients;

  @Inject
  public ClientDirectory(Clients clients) {
    this.clients = clients;
  }

  /** For the container, which demands it to be public. */
  public ClientDirectory() {
    this(null);
  }

  @Override
  public Optional<ClientSummary> client(UUID id) {
    return clients
        .find(id)
        .map(
            client ->
                new ClientSummary(
                    client.id(),
                    client.status().name(),
                    client.origin().branch(),
                    client.kyc().level().name()));
  }
}
