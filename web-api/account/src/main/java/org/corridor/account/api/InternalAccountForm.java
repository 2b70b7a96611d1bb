package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.corridor.account.domain.InternalNumber;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.kernel.Money;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account of the organisation itself to be; its number is made of the first three. */
@Schema(name = "InternalAccountForm")
public record InternalAccountForm(
    @Schema(description = "What it is for.", example = "CASH")
        @NotNull(message = "is required")
        @Pattern(
            regexp = InternalNumber.PURPOSE,
            message = "must be 2 to 20 capital letters, digits and underscores")
        String purpose,
    @Schema(description = "Left out if it belongs to the whole organisation.", example = "BER")
        @Pattern(
            regexp = InternalNumber.BRANCH,
            message = "must be a branch code of 2 to 10 capital letters and digits")
        String branch,
    @NotNull(message = "is required") @CurrencyCode String currency,
    @Schema(description = "No such limit if it is left out.") Money mustNotGoBelow,
    @Schema(description = "No such limit if it is left out.") Money mustNotGoAbove) {

  InternalNumber number() {
    return new InternalNumber(purpose, branch, Currency.getInstance(currency));
  }

  void check() {
    check("/mustNotGoBelow", mustNotGoBelow);
    check("/mustNotGoAbove", mustNotGoAbove);
    if (mustNotGoBelow != null && mustNotGoBelow.isPositive()) {
      throw Problem.malformed("/mustNotGoBelow/amount", "must be zero or less").toException();
    }
    if (mustNotGoAbove != null && mustNotGoAbove.isNegative()) {
      throw Problem.malformed("/mustNotGoAbove/amount", "must be zero or more").toException();
    }
  }

  private void check(String pointer, Money limit) {
    if (limit == null) {
      return;
    }
    if (!limit.currency().getCurrencyCode().equals(currency)) {
      throw Problem.malformed(pointer + "/currency", "must be " + currency).toException();
    }
    if (limit.minorUnits() > LedgerAccount.BOUND || limit.minorUnits() < -LedgerAccount.BOUND) {
      throw Problem.malformed(pointer + "/amount", "is too large an amount").toException();
    }
  }
}
