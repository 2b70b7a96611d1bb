package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.kernel.Caller;

/** Gives up a hold. */
@ApplicationScoped
public class ReleaseHold {

  private final ReadAccounts accounts;
  private final Ledger ledger;

  @Inject
  public ReleaseHold(ReadAccounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  protected ReleaseHold() {
    this(null, null);
  }

  public HoldResult release(Caller caller, HoldRelease release) {
    return accounts.byId(caller, release.accountId()).isEmpty()
        ? new HoldResult.NotFound()
        : new HoldResult.Submitted(ledger.submit(release));
  }
}
