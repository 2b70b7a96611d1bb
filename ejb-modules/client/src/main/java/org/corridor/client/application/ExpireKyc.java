package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.platform.events.Trail;

/**
 * Lets approvals end whose last day is over. It may run on several replicas at once and as often as
 * it likes: each client is decided again while its row is held.
 */
@ApplicationScoped
public class ExpireKyc {

  private static final String ACTOR = "system:kyc-expiry";

  private final Clients clients;
  private final Clock clock;

  public ExpireKyc(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @Inject
  public ExpireKyc(Clients clients) {
    this(clients, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected ExpireKyc() {
    this(null, null);
  }

  /** The clients that are due, up to {@code limit}. */
  @Transactional
  public List<UUID> due(int limit) {
    return clients.approvedUntilBefore(clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), limit);
  }

  /** Decides one client, in a transaction of its own. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void expire(UUID id, Trail trail) {
    var at = clock.instant();
    var held = clients.hold(id);
    if (held.isPresent() && held.get().expireKyc(ACTOR, at) instanceof Changed changed) {
      clients.keep(changed, at, trail);
    }
  }
}
