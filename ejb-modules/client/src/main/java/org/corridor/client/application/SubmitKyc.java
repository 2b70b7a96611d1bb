package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks for the review of who a client is. */
@ApplicationScoped
public class SubmitKyc {

  private final ClientChange change;

  @Inject
  public SubmitKyc(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected SubmitKyc() {
    this(null);
  }

  public ChangeResult submit(Target target) {
    return change.apply(target, (client, at) -> client.submitKyc(target.actor()));
  }
}
