package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.kernel.Caller;

/** Reserves money of an account. */
@ApplicationScoped
public class PlaceHold {

  private final ReadAccounts accounts;
  private final Ledger ledger;

  @Inject
  public PlaceHold(ReadAccounts accounts, Ledger ledger) {
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  protected PlaceHold() {
    this(null, null);
  }

  public HoldResult place(Caller caller, HoldPlacement placement) {
    if (accounts.byId(caller, placement.accountId()).isEmpty()) {
      return new HoldResult.NotFound();
    }
    if (!AccountAccess.mayHold(caller, placement.amount())) {
      return new HoldResult.Forbidden("The amount is above your limit.");
    }
    return new HoldResult.Submitted(ledger.submit(placement));
  }
}
