package org.corridor.account.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import org.corridor.account.application.TrialBalanceLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The balances of all accounts, by currency. */
@Schema(name = "TrialBalance")
public record TrialBalanceView(
    @Schema(description = "Whether the difference is zero in every currency.") boolean balanced,
    List<Line> items) {

  /** One currency; sums may be larger than any single amount, so they are decimal strings. */
  @Schema(name = "TrialBalanceLine")
  public record Line(
      String currency,
      long accounts,
      @Schema(description = "The sum of the balances below zero.") String debits,
      @Schema(description = "The sum of the balances above zero.") String credits,
      @Schema(description = "Zero, or the books do not balance.") String difference) {

    static Line of(TrialBalanceLine line) {
      var currency = Currency.getInstance(line.currency());
      return new Line(
          line.currency(),
          line.accounts(),
          decimal(line.debits(), currency),
          decimal(line.credits(), currency),
          decimal(line.difference(), currency));
    }
  }

  static TrialBalanceView of(List<TrialBalanceLine> lines) {
    return new TrialBalanceView(
        lines.stream().allMatch(line -> line.difference().signum() == 0),
        lines.stream().map(Line::of).toList());
  }

  static String decimal(BigInteger minorUnits, Currency currency) {
    return new BigDecimal(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
  }
}
