package org.corridor.account.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product to be.
 *
 * @param overdraftLimit null for none
 * @param interest null for none
 * @param dormantAfterDays null for never
 */
@Schema(name = "ProductForm")
public record ProductForm(
    @Schema(description = "Unique.", example = "CURRENT-EUR")
        @NotNull(message = "is required")
        @Pattern(
            regexp = "[A-Z0-9][A-Z0-9-]{1,39}",
            message = "must be 2 to 40 capital letters, digits and hyphens")
        String code,
    @NotNull(message = "is required")
        @Pattern(
            regexp = "(?!\\s)[^\\p{Cntrl}]{2,100}(?<!\\s)",
            message = "must be 2 to 100 characters, no control characters")
        String name,
    @NotNull(message = "is required")
        @Schema(
            type = SchemaType.STRING,
            enumeration = {"CURRENT", "SAVINGS"})
        ProductKind kind,
    @NotNull(message = "is required") @CurrencyCode String currency,
    @Schema(description = "How far an account may go below zero; none if it is left out.")
        Money overdraftLimit,
    @Schema(description = "None if it is left out.") InterestForm interest,
    @Schema(
            description =
                "Days in which nothing moves, after which an account becomes dormant; never if it"
                    + " is left out.")
        @Min(value = 1, message = "must be from 1 to 36500")
        @Max(value = 36_500, message = "must be from 1 to 36500")
        Integer dormantAfterDays) {

  Product.Draft draft() {
    return new Product.Draft(
        code, name, kind, limit(), interest == null ? null : interest.terms(), dormantAfterDays);
  }

  private Money limit() {
    var unit = Currency.getInstance(currency);
    if (overdraftLimit == null) {
      return Money.zero(unit);
    }
    if (!overdraftLimit.currency().equals(unit)) {
      throw Problem.malformed("/overdraftLimit/currency", "must be " + currency).toException();
    }
    if (overdraftLimit.isNegative() || overdraftLimit.minorUnits() > Posting.MAX_LEG) {
      throw Problem.malformed(
              "/overdraftLimit/amount",
              "must be from 0 to " + new Money(Posting.MAX_LEG, unit).toDecimalString())
          .toException();
    }
    return overdraftLimit;
  }
}
