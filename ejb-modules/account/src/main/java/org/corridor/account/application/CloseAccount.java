package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Closes an account for good: at zero, without holds. */
@ApplicationScoped
public class CloseAccount {

  private final AccountChange change;

  @Inject
  public CloseAccount(AccountChange change) {
    this.change = change;
  }

  /** For the container's proxy. */
  protected CloseAccount() {
    this(null);
  }

  public AccountResult close(AccountTarget target) {
    return change.apply(target, (locked, at) -> locked.account().close(locked.money(), at));
  }
}
