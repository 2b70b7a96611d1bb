package org.corridor.client.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.client.domain.RejectionReason;

/** Ends the review of who a client is without approval. */
@ApplicationScoped
public class RejectKyc {

  private final ClientChange change;

  @Inject
  public RejectKyc(ClientChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected RejectKyc() {
    this(null);
  }

  public ChangeResult reject(Target target, RejectionReason reason) {
    return change.apply(target, (client, at) -> client.rejectKyc(reason, target.actor()));
  }
}
