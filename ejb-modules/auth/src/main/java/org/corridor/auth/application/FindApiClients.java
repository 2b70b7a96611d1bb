package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;

/** Reads API clients; they belong to the whole organisation. */
@ApplicationScoped
public class FindApiClients {

  private final ApiClients clients;

  @Inject
  public FindApiClients(ApiClients clients) {
    this.clients = clients;
  }

  /** For the container's proxy. */
  protected FindApiClients() {
    this(null);
  }

  public Optional<ApiClient> byId(String clientId) {
    return clients.byId(clientId);
  }

  /**
   * @param after the last client of the page before; null for the first page
   */
  public List<ApiClient> list(String after, int limit) {
    return clients.list(after, limit);
  }
}
