package org.corridor.transaction.infrastructure.file;

import java.util.Currency;
import org.corridor.kernel.Money;

/** Reads amounts. */
final class Amounts {

  private Amounts() {}

  /**
   * @throws IllegalArgumentException that says what it must be
   */
  static Currency currency(String code) {
    try {
      return Money.of(0, code).currency();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a currency of ISO 4217", e);
    }
  }
}
