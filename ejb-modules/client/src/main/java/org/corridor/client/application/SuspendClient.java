package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.client.domain.SuspensionReason;

/** Keeps a client from doing business for a time. */
@ApplicationScoped
public class SuspendClient {

  private final ClientChange change;

  @Inject
  public SuspendClient(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected SuspendClient() {
    this(null);
  }

  public ChangeResult suspend(Target target, SuspensionReason reason) {
    return change.apply(target, (client, at) -> client.suspend(reason, target.actor()));
  }
}
