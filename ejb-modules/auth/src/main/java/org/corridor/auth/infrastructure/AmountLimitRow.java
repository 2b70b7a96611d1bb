package org.corridor.auth.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Currency;
import java.util.Objects;

/** The largest amount of one operation in one currency. */
@Embeddable
public class AmountLimitRow {

  @Column(name = "currency")
  String currency;

  @Column(name = "minor_units")
  long minorUnits;

  /** For the provider. */
  protected AmountLimitRow() {}

  AmountLimitRow(Currency currency, long minorUnits) {
    this.currency = currency.getCurrencyCode();
    this.minorUnits = minorUnits;
  }

  /** By value, so that the provider sees what has changed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AmountLimitRow row
        && row.currency.equals(currency)
        && row.minorUnits == minorUnits;
  }

  @Override
  public int hashCode() {
    return Objects.hash(currency, minorUnits);
  }
}
