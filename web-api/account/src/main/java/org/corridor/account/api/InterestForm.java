package org.corridor.account.api;

import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.DayCount;
import org.corridor.account.domain.interest.InterestRate;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a product pays and charges.
 *
 * @param creditRate null for none
 * @param debitRate null for none
 */
@Schema(name = "Interest")
public record InterestForm(
    @Schema(
            description = "Percent a year on what is there, up to six fraction digits.",
            example = "0.5")
        String creditRate,
    @Schema(description = "Percent a year on what is overdrawn.", example = "9.75")
        String debitRate,
    @Schema(
            description = "What of a year one day is; 30/360 is 30E/360.",
            enumeration = {"ACT/365F", "ACT/360", "30/360", "ACT/ACT"})
        String dayCount,
    @Schema(
            type = SchemaType.STRING,
            description = "How often it is booked: at the end of the last day of each period.",
            enumeration = {"MONTHLY", "QUARTERLY", "YEARLY"})
        Capitalisation capitalisation) {

  static InterestForm of(InterestTerms terms) {
    return new InterestForm(
        terms.credit().toPercent(),
        terms.debit().toPercent(),
        terms.dayCount().code(),
        terms.capitalisation());
  }

  InterestTerms terms() {
    var credit = rate("creditRate", creditRate);
    var debit = rate("debitRate", debitRate);
    if (credit.isZero() && debit.isZero()) {
      throw malformed("creditRate", "must be more than 0 if debitRate is not");
    }
    if (dayCount == null) {
      throw malformed("dayCount", "is required");
    }
    if (capitalisation == null) {
      throw malformed("capitalisation", "is required");
    }
    var count =
        DayCount.ofCode(dayCount)
            .orElseThrow(
                () -> malformed("dayCount", "must be ACT/365F, ACT/360, 30/360 or ACT/ACT"));
    return new InterestTerms(credit, debit, count, capitalisation);
  }

  private static InterestRate rate(String member, String percent) {
    if (percent == null) {
      return InterestRate.NONE;
    }
    try {
      return InterestRate.ofPercent(percent);
    } catch (IllegalArgumentException e) {
      throw malformed(member, e.getMessage());
    }
  }

  private static RuntimeException malformed(String member, String fault) {
    return Problem.malformed("/interest/" + member, fault).toException();
  }
}
