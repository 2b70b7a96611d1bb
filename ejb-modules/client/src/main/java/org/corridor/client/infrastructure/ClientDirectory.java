package org.corridor.client.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.client.application.Clients;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ContactPoint;
import org.corridor.contracts.client.ClientContact;
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

  @Override
  public Optional<ClientContact> contact(UUID id) {
    return clients
        .find(id)
        .map(
            client ->
                new ClientContact(
                    client.id(),
                    client.origin().branch(),
                    client.profile().preferredLanguage(),
                    addresses(client, ContactPoint.Kind.EMAIL),
                    addresses(client, ContactPoint.Kind.PHONE)));
  }

  private static List<String> addresses(Client client, ContactPoint.Kind kind) {
    return client.profile().contactPoints().stream()
        .filter(point -> point.kind() == kind)
        .map(ContactPoint::value)
        .toList();
  }
}
