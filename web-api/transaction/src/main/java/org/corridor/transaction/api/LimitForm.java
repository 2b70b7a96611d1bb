package org.corridor.transaction.api;

import jakarta.validation.constraints.NotNull;
import java.util.Currency;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A limit to be: all that it says. */
@Schema(
    name = "LimitForm",
    requiredProperties = {"perTransaction", "perAccountAndDay", "approvalAbove"})
public record LimitForm(
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required")
        Money perTransaction,
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required")
        Money perAccountAndDay,
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required")
        Money approvalAbove) {

  Limit toLimit(Kind kind, Audience audience, Currency currency) {
    requireCurrency("/perTransaction/currency", perTransaction, currency);
    requireCurrency("/perAccountAndDay/currency", perAccountAndDay, currency);
    requireCurrency("/approvalAbove/currency", approvalAbove, currency);
    return new Limit(kind, audience, perTransaction, perAccountAndDay, approvalAbove);
  }

  private static void requireCurrency(String pointer, Money money, Currency currency) {
    if (!money.currency().equals(currency)) {
      throw Problem.malformed(pointer, "must be " + currency).toException();
    }
  }
}
