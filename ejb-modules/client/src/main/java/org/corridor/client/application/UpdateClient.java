package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.client.domain.Profile;

/** Replaces what is known of a client. */
@ApplicationScoped
public class UpdateClient {

  private final ClientChange change;

  @Inject
  public UpdateClient(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected UpdateClient() {
    this(null);
  }

  public ChangeResult update(Target target, Profile profile) {
    return change.apply(target, (client, at) -> client.update(profile, target.actor(), at));
  }
}
