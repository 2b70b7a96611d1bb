package org.corridor.account.application;

import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.client.ClientSummary;

/**
 * A client that was asked for before the transaction began, since no other context is called while
 * a connection is held. A failure is told when the answer is used: a request that is replayed does
 * not need it.
 */
public final class ClientLookup {

  private final Optional<ClientSummary> found;
  private final ClientsUnavailable failure;

  private ClientLookup(Optional<ClientSummary> found, ClientsUnavailable failure) {
    this.found = found;
    this.failure = failure;
  }

  public static ClientLookup ahead(Clients clients, UUID id) {
    try {
      return new ClientLookup(clients.find(id), null);
    } catch (ClientsUnavailable e) {
      return new ClientLookup(Optional.empty(), e);
    }
  }

  /**
   * @throws ClientsUnavailable if the client context did not answer
   */
  public Optional<ClientSummary> get() {
    if (failure != null) {
      throw failure;
    }
    return found;
  }
}
