package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.account.domain.FreezeReason;

/** Stops all money of an account; a posting that came first stands. */
@ApplicationScoped
public class FreezeAccount {

  private final AccountChange change;

  @Inject
  public FreezeAccount(AccountChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected FreezeAccount() {
    this(null);
  }

  public AccountResult freeze(AccountTarget target, FreezeReason reason) {
    return change.apply(target, (locked, at) -> locked.account().freeze(reason));
  }
}
