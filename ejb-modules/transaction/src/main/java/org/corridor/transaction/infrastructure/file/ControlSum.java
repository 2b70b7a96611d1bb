package org.corridor.transaction.infrastructure.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.corridor.kernel.Money;

/**
 * What a part of a pain.001 says of itself, and what it really has: {@code NbOfTxs} and {@code
 * CtrlSum}, which adds up amounts whatever their currency.
 */
final class ControlSum {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final Pattern SUM = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,17})?");

  private Long saidNumber;
  private BigDecimal saidSum;
  private long number;
  private BigDecimal sum = BigDecimal.ZERO;

  /** Empty text if it is well-formed; else what it must be. */
  String sayNumber(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return "must be a number of up to 15 digits";
    }
    saidNumber = Long.valueOf(text);
    return "";
  }

  /** As {@link #sayNumber}. */
  String saySum(String text) {
    if (!SUM.matcher(text).matches()) {
      return "must be a plain decimal number of up to 18 digits";
    }
    saidSum = new BigDecimal(text);
    return "";
  }

  void add(Money amount) {
    number++;
    sum = sum.add(new BigDecimal(amount.toDecimalString()));
  }

  boolean saysNumber() {
    return saidNumber != null;
  }

  boolean isNumberRight() {
    return saidNumber == null || saidNumber == number;
  }

  boolean isSumRight() {
    return saidSum == null || saidSum.compareTo(sum) == 0;
  }

  String realNumber() {
    return "does not fit: there are " + number + " transfers";
  }

  String realSum() {
    return "does not fit: the amounts add up to " + sum.toPlainString();
  }
}
