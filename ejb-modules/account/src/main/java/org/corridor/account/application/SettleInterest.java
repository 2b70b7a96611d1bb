package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.id.Ids;

/**
 * Makes a payment of what an account has accrued up to the last day that has ended, before its
 * period ends: so that it can be closed. It is booked in the background, a moment later.
 */
@ApplicationScoped
public class SettleInterest {

  private final Accounts accounts;
  private final InterestBook book;
  private final EndOfDayRuns days;

  @Inject
  public SettleInterest(Accounts accounts, InterestBook book, EndOfDayRuns days) {
    this.accounts = accounts;
    this.book = book;
    this.days = days;
  }

  /** For the container's proxy. */
  protected SettleInterest() {
    this(null, null, null);
  }

  /**
   * @return empty if there is no such account, or none that the caller reaches
   */
  @Transactional
  public Optional<List<InterestPayment>> settle(Caller caller, UUID accountId) {
    return accounts
        .find(accountId)
        .filter(
            account ->
                Concealed.unless(
                    AccountAccess.reaches(caller, account), caller, "account", accountId))
        .map(Account::id)
        .map(this::settle);
  }

  private List<InterestPayment> settle(UUID accountId) {
    return days.lastDone()
        .map(day -> book.settle(day, accountId, open -> open.capitalise(Ids.next(), day)))
        .orElse(List.of());
  }
}
