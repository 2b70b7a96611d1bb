package org.corridor.account.domain.interest;

import java.math.BigDecimal;

/**
 * A rate of interest for a year, exactly.
 *
 * @param millionths of a percent
 */
public record InterestRate(long millionths) {

  public static final InterestRate NONE = new InterestRate(0);
  public static final String FORM = "(0|[1-9][0-9]{0,2})(\\.[0-9]{1,6})?";

  /** What {@link #millionths} a rate of one has: a percent is a hundredth. */
  static final long ONE = 100_000_000;

  private static final int DIGITS = 6;

  public InterestRate {
    if (millionths < 0 || millionths > ONE) {
      throw new IllegalArgumentException("a rate must be from 0 to 100 percent");
    }
  }

  /**
   * Reads percent, such as {@code 2.25}.
   *
   * @throws IllegalArgumentException if it is not a plain decimal from 0 to 100 of up to six
   *     fraction digits
   */
  public static InterestRate ofPercent(String percent) {
    if (!percent.matches(FORM)) {
      throw new IllegalArgumentException(
          "must be percent as a plain decimal of up to six fraction digits, such as 2.25");
    }
    return new InterestRate(new BigDecimal(percent).movePointRight(DIGITS).longValueExact());
  }

  /** Percent, without zeros that say nothing. */
  public String toPercent() {
    return BigDecimal.valueOf(millionths, DIGITS).stripTrailingZeros().toPlainString();
  }

  public boolean isZero() {
    return millionths == 0;
  }
}
