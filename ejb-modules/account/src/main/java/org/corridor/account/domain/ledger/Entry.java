package org.corridor.account.domain.ledger;

import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * One leg, as it stands in the ledger for good.
 *
 * @param seq numbers the entries of the account, from 1, without a gap
 * @param balanceAfter what was booked on the account right after it
 */
public record Entry(UUID accountId, long seq, Money amount, Money balanceAfter) {

  public Entry {
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(balanceAfter, "balanceAfter");
  }

  public Leg leg() {
    return new Leg(accountId, amount);
  }
}
