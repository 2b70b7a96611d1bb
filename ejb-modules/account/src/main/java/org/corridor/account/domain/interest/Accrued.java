package org.corridor.account.domain.interest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Interest that is earned (positive) or owed (negative) and not money yet. It is exact: counted in
 * parts so small that neither a day of any {@link DayCount} nor any {@link InterestRate} needs to
 * be rounded.
 *
 * @param parts {@link #MINOR_UNIT} of them are a minor unit of the account's currency
 */
public record Accrued(BigInteger parts) {

  public static final Accrued NOTHING = new Accrued(BigInteger.ZERO);

  static final BigInteger MINOR_UNIT =
      BigInteger.valueOf(DayCount.YEAR).multiply(BigInteger.valueOf(InterestRate.ONE));

  public Accrued {
    Objects.requireNonNull(parts, "parts");
  }

  /** What a balance earns or costs from the day to the next one. */
  static Accrued of(long balance, InterestRate rate, long partsOfYear) {
    return new Accrued(
        BigInteger.valueOf(balance)
            .multiply(BigInteger.valueOf(rate.millionths()))
            .multiply(BigInteger.valueOf(partsOfYear)));
  }

  public Accrued plus(Accrued other) {
    return new Accrued(parts.add(other.parts));
  }

  /**
   * What is left when so much of it has become money.
   *
   * @param minorUnits of the account's currency
   */
  public Accrued minus(long minorUnits) {
    return new Accrued(parts.subtract(BigInteger.valueOf(minorUnits).multiply(MINOR_UNIT)));
  }

  /** Minor units, half to even: the only place where interest is rounded. */
  public long rounded() {
    return new BigDecimal(parts)
        .divide(new BigDecimal(MINOR_UNIT), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  public boolean isNothing() {
    return parts.signum() == 0;
  }
}
