package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.AccountResult.Forbidden;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.InternalNumber;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Opens an account of the organisation itself: cash, fees, suspense. */
@ApplicationScoped
public class OpenInternalAccount {

  private final Accounts accounts;
  private final Clock clock;

  public OpenInternalAccount(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Inject
  public OpenInternalAccount(Accounts accounts) {
    this(accounts, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected OpenInternalAccount() {
    this(null, null);
  }

  /**
   * @param floor in the account's currency; null for none
   * @param ceiling in the account's currency; null for none
   * @throws AlreadyExists if there is such an account
   */
  @Transactional
  public AccountResult open(
      Caller caller, InternalNumber number, Money floor, Money ceiling, Trail trail) {
    if (!AccountAccess.mayOpenInternal(caller, number.branch())) {
      return new Forbidden("You open internal accounts of your own branch only.");
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var opened = Account.openInternal(Ids.next(), number, at);
    var money =
        LedgerAccount.opened(
            opened.account().id(), number.currency(), unitsOf(floor), unitsOf(ceiling));
    accounts.add(opened, money, at, trail);
    return new Done(opened.account());
  }

  private static Long unitsOf(Money limit) {
    return limit == null ? null : limit.minorUnits();
  }
}
