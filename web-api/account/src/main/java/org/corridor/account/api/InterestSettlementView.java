package org.corridor.account.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.interest.InterestSide;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Interest that was turned into money before its time. */
@Schema(name = "InterestSettlement")
public record InterestSettlementView(
    @Schema(description = "None if less than half a minor unit has accrued.")
        List<Payment> payments) {

  /** One side of it. */
  @Schema(name = "InterestPayment")
  public record Payment(
      @Schema(description = "The journal that books it, a moment later.") UUID journalId,
      @Schema(
              type = SchemaType.STRING,
              enumeration = {"CREDIT", "DEBIT"})
          InterestSide side,
      @Schema(description = "The last day that it is for.") LocalDate interestTo,
      @Schema(description = "A credit of the account is positive.") Money amount) {}

  static InterestSettlementView of(List<InterestPayment> payments) {
    return new InterestSettlementView(
        payments.stream()
            .map(
                payment ->
                    new Payment(payment.id(), payment.side(), payment.day(), payment.amount()))
            .toList());
  }
}
