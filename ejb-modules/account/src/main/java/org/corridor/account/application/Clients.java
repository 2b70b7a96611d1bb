package org.corridor.account.application;

import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.client.ClientSummary;

/** The clients of the client context. Never called inside of a transaction. */
public interface Clients {

  /**
   * Empty if there is no such client.
   *
   * @throws ClientsUnavailable if it cannot be told now
   */
  Optional<ClientSummary> find(UUID id);
}
