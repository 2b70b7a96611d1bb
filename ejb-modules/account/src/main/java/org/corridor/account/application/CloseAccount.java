package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.corridor.account.application.Accounts.LockedAccount;

/** Closes an account for good: at zero, without holds, and with all its interest booked. */
@ApplicationScoped
public class CloseAccount {

  private final AccountChange change;
  private final InterestBook interest;

  @Inject
  public CloseAccount(AccountChange change, InterestBook interest) {
    this.change = change;
    this.interest = interest;
  }

  /** For the container's proxy. */
  protected CloseAccount() {
    this(null, null);
  }

  public AccountResult close(AccountTarget target) {
    return change.apply(
        target,
        (locked, at) ->
            locked
                .account()
                .close(
                    locked.money(),
                    isUnsettled(locked, LocalDate.ofInstant(at, ZoneOffset.UTC)),
                    at));
  }

  private boolean isUnsettled(LockedAccount locked, LocalDate today) {
    return interest.isUnsettled(locked.account().id(), today);
  }
}
