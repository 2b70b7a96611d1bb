package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.application.ApiClients;
import org.corridor.auth.domain.ApiClient;

/** API clients in the context's database. */
@ApplicationScoped
public class JpaApiClients implements ApiClients {

  private final AuthEntities entities;

  @Inject
  public JpaApiClients(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaApiClients() {
    this(null);
  }

  @Override
  public Optional<ApiClient> byId(String clientId) {
    if (!ApiClient.isClientId(clientId)) {
      // it comes from anybody: what PostgreSQL cannot even compare must not get there
      return Optional.empty();
    }
    return Optional.ofNullable(entities.get().find(ApiClientRow.class, clientId))
        .map(ApiClientRow::toClient);
  }

  @Override
  public Optional<ApiClient> lockedById(String clientId) {
    if (!ApiClient.isClientId(clientId)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
            entities.get().find(ApiClientRow.class, clientId, LockModeType.PESSIMISTIC_WRITE))
        .map(ApiClientRow::toClient);
  }

  @Override
  public boolean add(ApiClient client) {
    entities.lockName("api-client " + client.clientId());
    if (byId(client.clientId()).isPresent()) {
      return false;
    }
    entities.get().persist(ApiClientRow.of(client));
    entities.get().flush();
    return true;
  }

  @Override
  public void save(ApiClient client) {
    entities.get().find(ApiClientRow.class, client.clientId()).take(client);
    entities.get().flush();
  }

  @Override
  public List<ApiClient> list(String after, int limit) {
    return entities
        .get()
        .createQuery(
            "select c from ApiClient c where c.clientId > :after order by c.clientId",
            ApiClientRow.class)
        .setParameter("after", after == null ? "" : after)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(ApiClientRow::toClient)
        .toList();
  }
}
