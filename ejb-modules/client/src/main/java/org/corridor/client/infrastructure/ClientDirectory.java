package org.corridor.client.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.client.ClientContract;
import org.corridor.contracts.client.ClientSummary;

/** The context's door for callers in the same EAR. */
@Stateless(name = "ClientDirectory")
@Local(ClientContract.class)
public class ClientDirectory implements ClientContract {

  @PersistenceContext(unitName = "client")
  private EntityManager entities;

  @Override
  public Optional<ClientSummary> client(UUID id) {
    return Optional.ofNullable(entities.find(ClientRow.class, id))
        .map(row -> new ClientSummary(row.id, row.status, row.branch, row.kycLevel));
  }
}
