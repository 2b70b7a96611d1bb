package org.corridor.contracts.client;

import java.util.Optional;
import java.util.UUID;

/**
 * What others must know of clients. In the EAR it is looked up as {@code
 * java:app/corridor-client/ClientDirectory!org.corridor.contracts.client.ClientContract}; over HTTP
 * it is {@code /api/client/v1/clients/{id}}.
 */
public interface ClientContract {

  /** Empty if there is no such client. */
  Optional<ClientSummary> client(UUID id);

  /** How to reach it; empty if there is no such client. */
  Optional<ClientContact> contact(UUID id);
}
