package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.client.domain.ClosureReason;

/** Ends the business with a client for good. */
@ApplicationScoped
public class CloseClient {

  private final ClientChange change;

  @Inject
  public CloseClient(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected CloseClient() {
    this(null);
  }

  public ChangeResult close(Target target, ClosureReason reason) {
    return change.apply(target, (client, at) -> client.close(reason, target.actor()));
  }
}
