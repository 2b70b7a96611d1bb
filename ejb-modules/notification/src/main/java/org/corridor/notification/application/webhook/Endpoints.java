package org.corridor.notification.application.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;

/** Endpoints with their sealed secrets. Everything within a unit of work. */
public interface Endpoints {

  void add(Endpoint endpoint, String sealedSecret);

  /** Those that are deleted are not there. */
  Optional<Endpoint> find(EndpointOwner owner, UUID id);

  /** In the order in which they were registered, after the one with that id. */
  List<Endpoint> list(EndpointOwner owner, UUID after, int limit);

  /** How many the owner has; nobody else registers one for it until the unit of work ends. */
  int countAndLock(EndpointOwner owner);

  /** Those that are enabled. */
  List<Endpoint> enabledOf(Collection<EndpointOwner> owners);

  /**
   * @return false if somebody has changed it meanwhile
   */
  boolean save(Endpoint endpoint);

  /**
   * Saves it with a new secret; the current one becomes the one before.
   *
   * @return false if somebody has changed it meanwhile
   */
  boolean saveRotated(Endpoint endpoint, String sealedSecret);

  /**
   * Forgets its secrets, and calls it no more.
   *
   * @return false if somebody has changed it meanwhile
   */
  boolean delete(UUID id, long version, Instant at);

  /** A call has arrived. */
  void succeeded(UUID id);

  /**
   * A call has failed.
   *
   * @return the endpoint as it is now, locked; empty if it is disabled already, or deleted
   */
  Optional<Endpoint> failed(UUID id, Instant at);
}
