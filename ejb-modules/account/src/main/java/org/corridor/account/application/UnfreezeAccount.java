package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets money move on an account again. */
@ApplicationScoped
public class UnfreezeAccount {

  private final AccountChange change;

  @Inject
  public UnfreezeAccount(AccountChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected UnfreezeAccount() {
    this(null);
  }

  public AccountResult unfreeze(AccountTarget target) {
    return change.apply(target, (locked, at) -> locked.account().unfreeze());
  }
}
