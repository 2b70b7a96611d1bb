package org.corridor.account.domain.interest;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * What one side of an account has accrued and not capitalised, what the last capitalisation left
 * included.
 */
public record OpenInterest(UUID accountId, InterestSide side, Currency currency, Accrued accrued) {

  public OpenInterest {
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(accrued, "accrued");
  }

  /**
   * Turns it into money. What rounding leaves stays accrued, whichever sign it has, so that nothing
   * is ever lost or made.
   *
   * @param id of the capitalisation and of its journal
   * @return empty if it is less than half a minor unit
   */
  public Optional<InterestPayment> capitalise(UUID id, LocalDate day) {
    var amount = accrued.rounded();
    return amount == 0
        ? Optional.empty()
        : Optional.of(
            new InterestPayment(
                id, accountId, side, day, new Money(amount, currency), accrued.minus(amount)));
  }
}
