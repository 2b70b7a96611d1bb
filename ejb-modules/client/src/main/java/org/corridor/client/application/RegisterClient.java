package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ChangeResult.NotYourBranch;
import org.corridor.client.application.ChangeResult.Refused;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome;
import org.corridor.client.domain.ClientOutcome.Changed;
import org.corridor.client.domain.Origin;
import org.corridor.client.domain.Profile;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Makes a person or business known, as a prospect of a branch. */
@ApplicationScoped
public class RegisterClient {

  private final Clients clients;
  private final Clock clock;

  public RegisterClient(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  @Inject
  public RegisterClient(Clients clients) {
    this(clients, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected RegisterClient() {
    this(null, null);
  }

  @Transactional
  public ChangeResult register(Caller caller, String branch, Profile profile, Trail trail) {
    if (!ClientAccess.mayRegisterAt(caller, branch)) {
      return new NotYourBranch();
    }
    // the database keeps microseconds, and what is answered now must equal what is read later
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var outcome = Client.register(Ids.next(), new Origin(branch, caller.subject(), at), profile);
    if (outcome instanceof ClientOutcome.Refusal refusal) {
      return new Refused(refusal);
    }
    var registered = (Changed) outcome;
    clients.add(registered, at, trail);
    return new Done(registered.client());
  }
}
