package org.corridor.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency, in that currency's minor units (ISO 4217); arithmetic never
 * mixes currencies and never overflows silently.
 */
public record Money(long minorUnits, Currency currency) {

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("not a currency with minor units: " + currency);
    }
  }

  public static Money of(long minorUnits, String currencyCode) {
    return new Money(minorUnits, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * Reads a decimal such as {@code 125.00}.
   *
   * @throws IllegalArgumentException if it is not a plain decimal, has more fraction digits than
   *     the currency, or does not fit 64 bits of minor units
   */
  public static Money parse(String decimal, Currency currency) {
    if (!decimal.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,4})?")) {
      throw new IllegalArgumentException("must be a plain decimal number such as 125.00");
    }
    var digits = currency.getDefaultFractionDigits();
    var value = new BigDecimal(decimal);
    if (value.scale() > digits) {
      throw new IllegalArgumentException(
          "must not have more than " + digits + " fraction digits in " + currency);
    }
    try {
      return new Money(value.movePointRight(digits).longValueExact(), currency);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException("is too large an amount", overflow);
    }
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  public boolean isPositive() {
    return minorUnits > 0;
  }

  public boolean isNegative() {
    return minorUnits < 0;
  }

  public boolean isZero() {
    return minorUnits == 0;
  }

  public boolean isLessThan(Money other) {
    requireSameCurrency(other);
    return minorUnits < other.minorUnits;
  }

  public boolean isMoreThan(Money other) {
    return other.isLessThan(this);
  }

  /** The amount with exactly the currency's number of fraction digits: {@code 125.00}. */
  public String toDecimalString() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return toDecimalString() + " " + currency;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
    }
  }
}
