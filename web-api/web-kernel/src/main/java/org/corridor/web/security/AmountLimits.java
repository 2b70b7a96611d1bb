package org.corridor.web.security;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.corridor.kernel.Money;

/**
 * Reads the largest amounts of single operations, as a claim has them: {@code {"EUR":"500.00"}}.
 */
final class AmountLimits {

  private AmountLimits() {}

  /**
   * @param claim null for no limits
   * @throws IllegalArgumentException if they are no amounts of currencies
   */
  static Map<Currency, Long> of(Map<String, Object> claim) {
    var limits = new HashMap<Currency, Long>();
    if (claim != null) {
      claim.forEach((code, amount) -> limits.put(Currency.getInstance(code), minor(code, amount)));
    }
    return limits;
  }

  private static long minor(String code, Object amount) {
    if (amount == null) {
      throw new IllegalArgumentException("the limit of " + code + " is no amount");
    }
    return Money.parse(amount.toString(), Currency.getInstance(code)).minorUnits();
  }
}
