package org.corridor.account.domain.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;

/**
 * Interest that has become money: decided first, posted then. Its id is the journal's, so however
 * often it is posted, it is booked once.
 *
 * @param day the last one that it is for
 * @param amount a credit of the account is positive
 * @param carried what rounding has left; accrues with the next days
 */
public record InterestPayment(
    UUID id, UUID accountId, InterestSide side, LocalDate day, Money amount, Accrued carried) {

  public InterestPayment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(accountId, "accountId");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(carried, "carried");
    if (side == InterestSide.CREDIT ? !amount.isPositive() : !amount.isNegative()) {
      throw new IllegalArgumentException(side + " interest of " + amount);
    }
  }

  /**
   * Its value date is the next day, the first that it bears interest itself.
   *
   * @param counterpart the bank's account for this side, in this currency
   */
  public Posting posting(UUID counterpart, String correlationId) {
    return new Posting(
        id,
        side.journalKind(),
        day.plusDays(1),
        List.of(new Leg(accountId, amount), new Leg(counterpart, amount.negated())),
        null,
        null,
        correlationId,
        Map.of("interestTo", day.toString()));
  }

  public InterestCapitalised booked() {
    return new InterestCapitalised(accountId, id, side, day, amount);
  }
}
