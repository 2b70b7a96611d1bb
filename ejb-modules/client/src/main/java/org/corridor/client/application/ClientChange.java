package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ChangeResult.NotFound;
import org.corridor.client.application.ChangeResult.Refused;
import org.corridor.client.application.ChangeResult.Stale;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.platform.audit.Concealed;

/**
 * What every command to a known client has in common: its row is held before anything is decided,
 * so two commands at once are decided one after the other, each on what the other has left.
 */
@ApplicationScoped
public class ClientChange {

  private final Clients clients;
  private final Clock clock;

  public ClientChange(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @Inject
  public ClientChange(Clients clients) {
    this(clients, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected ClientChange() {
    this(null, null);
  }

  /**
   * @param decision the domain's, given the client as it is and the time
   */
  @Transactional
  public ChangeResult apply(Target target, BiFunction<Client, Instant, ClientOutcome> decision) {
    var held = clients.hold(target.id());
    if (held.isEmpty() || !isReached(target, held.get())) {
      return new NotFound();
    }
    if (held.get().version() != target.expectedVersion()) {
      return new Stale();
    }
    var at = clock.instant();
    var outcome = decision.apply(held.get(), at);
    if (outcome instanceof ClientOutcome.Refusal refusal) {
      return new Refused(refusal);
    }
    var changed = (Changed) outcome;
    clients.keep(changed, at, target.trail());
    return new Done(changed.client());
  }

  private static boolean isReached(Target target, Client client) {
    var reached = ClientAccess.reaches(target.caller(), client);
    return Concealed.unless(reached, target.caller(), "client", client.id());
  }
}
