package org.corridor.account.domain.ledger;

import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Money;

/** One side of a posting: a credit is positive, a debit negative. */
public record Leg(UUID accountId, Money amount) {

  public Leg {
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(amount, "amount");
  }

  public boolean isDebit() {
    return amount.isNegative();
  }

  public Leg mirrored() {
    return new Leg(accountId, amount.negated());
  }
}
