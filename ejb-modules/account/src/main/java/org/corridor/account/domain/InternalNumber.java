package org.corridor.account.domain;

import java.util.Currency;
import java.util.Objects;

/**
 * The number of an internal account: what it is for, the branch if it belongs to one, the currency.
 * {@code CASH-BER-EUR}, {@code FEES-EUR}.
 *
 * @param branch null if it belongs to the whole organisation
 */
public record InternalNumber(String purpose, String branch, Currency currency) {

  public static final String PURPOSE = "[A-Z][A-Z0-9_]{1,19}";
  public static final String BRANCH = "[A-Z0-9]{2,10}";

  public InternalNumber {
    Objects.requireNonNull(currency, "currency");
    if (!purpose.matches(PURPOSE) || (branch != null && !branch.matches(BRANCH))) {
      throw new IllegalArgumentException("not a purpose and a branch: " + purpose + ", " + branch);
    }
  }

  public String value() {
    return branch == null
        ? purpose + "-" + currency.getCurrencyCode()
        : purpose + "-" + branch + "-" + currency.getCurrencyCode();
  }
}
