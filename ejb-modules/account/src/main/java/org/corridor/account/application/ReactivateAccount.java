package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Wakes a dormant account, when somebody has made sure whose it is. */
@ApplicationScoped
public class ReactivateAccount {

  private final AccountChange change;

  @Inject
  public ReactivateAccount(AccountChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected ReactivateAccount() {
    this(null);
  }

  public AccountResult reactivate(AccountTarget target) {
    return change.apply(target, (locked, at) -> locked.account().reactivate());
  }
}
