package org.corridor.auth.application;

import java.util.List;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;

/** Keeps API clients. */
public interface ApiClients {

  Optional<ApiClient> byId(String clientId);

  /** Nobody else changes the client until the transaction ends. */
  Optional<ApiClient> lockedById(String clientId);

  /** False if there is one with this id. */
  boolean add(ApiClient client);

  void save(ApiClient client);

  /** In the order of their ids. */
  List<ApiClient> list(String after, int limit);
}
