package org.corridor.transaction.application;

import java.util.Optional;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Side;

/**
 * What an account must be to take part in a transaction, as far as it never changes. Whether it is
 * open is decided by the ledger, which holds it while it decides.
 */
final class AccountCheck {

  private AccountCheck() {}

  /** Why the account cannot take part; empty if it can. */
  static Optional<Preparation> refusal(AccountSummary account, Money amount, String pointer) {
    if (!account.currency().equals(amount.currency().getCurrencyCode())) {
      return Optional.of(
          Preparation.refused(
              "currency-mismatch",
              "The account is kept in "
                  + account.currency()
                  + ", not in "
                  + amount.currency()
                  + ".",
              pointer));
    }
    return Optional.empty();
  }

  static Preparation unknown(String pointer) {
    return Preparation.refused(
        "unknown-account", "There is no such account, or it is not yours to use.", pointer);
  }

  static Optional<Preparation> badAmount(Money amount) {
    return amount.isPositive()
        ? Optional.empty()
        : Optional.of(
            Preparation.refused(
                "amount-not-positive", "The amount must be more than zero.", "/amount"));
  }

  static Side side(AccountSummary account) {
    return new Side(account.id(), account.clientId(), account.branch());
  }
}
