package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a client do business, for the first time or again. */
@ApplicationScoped
public class ActivateClient {

  private final ClientChange change;

  @Inject
  public ActivateClient(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected ActivateClient() {
    this(null);
  }

  public ChangeResult activate(Target target) {
    return change.apply(target, (client, at) -> client.activate(target.actor()));
  }
}
