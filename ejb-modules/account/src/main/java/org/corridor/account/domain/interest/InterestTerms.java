package org.corridor.account.domain.interest;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a product pays and charges.
 *
 * @param credit a year, on what is there
 * @param debit a year, on what is overdrawn
 */
public record InterestTerms(
    InterestRate credit, InterestRate debit, DayCount dayCount, Capitalisation capitalisation) {

  public InterestTerms {
    Objects.requireNonNull(credit, "credit");
    Objects.requireNonNull(debit, "debit");
    Objects.requireNonNull(dayCount, "dayCount");
    Objects.requireNonNull(capitalisation, "capitalisation");
    if (credit.isZero() && debit.isZero()) {
      throw new IllegalArgumentException("interest of nothing at all");
    }
  }

  /** What a day adds to one side. */
  public record DayInterest(InterestSide side, Accrued accrued) {}

  /**
   * @param balance in minor units, at the end of the day
   * @return empty if the day adds nothing
   */
  public Optional<DayInterest> on(LocalDate day, long balance) {
    var side = balance < 0 ? InterestSide.DEBIT : InterestSide.CREDIT;
    var rate = side == InterestSide.DEBIT ? debit : credit;
    var accrued = Accrued.of(balance, rate, dayCount.partsOf(day));
    return accrued.isNothing() ? Optional.empty() : Optional.of(new DayInterest(side, accrued));
  }
}
