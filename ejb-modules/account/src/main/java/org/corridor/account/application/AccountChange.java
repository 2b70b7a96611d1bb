package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.AccountResult.NotFound;
import org.corridor.account.application.AccountResult.Refused;
import org.corridor.account.application.AccountResult.Stale;
import org.corridor.account.application.Accounts.LockedAccount;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountOutcome;
import org.corridor.platform.audit.Concealed;

/**
 * What every command to a known account has in common: it is decided while the account's balance is
 * locked, so postings come before it or after it, never between.
 */
@ApplicationScoped
public class AccountChange {

  private final Accounts accounts;
  private final Clock clock;

  public AccountChange(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Inject
  public AccountChange(Accounts accounts) {
    this(accounts, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected AccountChange() {
    this(null, null);
  }

  /**
   * @param decision the domain's, given the account as it is and the time
   */
  @Transactional
  public AccountResult apply(
      AccountTarget target, BiFunction<LockedAccount, Instant, AccountOutcome> decision) {
    var found = accounts.find(target.id());
    if (found.isEmpty() || !isReached(target, found.get())) {
      return new NotFound();
    }
    var locked = accounts.lock(target.id()).orElseThrow();
    if (locked.account().version() != target.expectedVersion()) {
      return new Stale();
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var outcome = decision.apply(locked, at);
    if (outcome instanceof AccountOutcome.Refusal refusal) {
      return new Refused(refusal.code(), refusal.detail());
    }
    var changed = (AccountOutcome.Changed) outcome;
    accounts.keep(changed, at, target.trail());
    return new Done(changed.account());
  }

  private static boolean isReached(AccountTarget target, Account account) {
    var reached = AccountAccess.reaches(target.caller(), account);
    return Concealed.unless(reached, target.caller(), "account", account.id());
  }
}
