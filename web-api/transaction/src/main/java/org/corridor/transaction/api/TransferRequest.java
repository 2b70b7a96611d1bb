package org.corridor.transaction.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A transfer that is asked for; the destination by its id or by its number. */
@Schema(
    name = "TransferRequest",
    requiredProperties = {"sourceAccountId", "amount"})
public record TransferRequest(
    @NotNull(message = "is required") UUID sourceAccountId,
    @Schema(description = "Either this or destinationAccountNumber.") UUID destinationAccountId,
    @Schema(description = "Either this or destinationAccountId.")
        @Pattern(
            regexp = "[A-Z0-9-]{1,40}",
            message = "must be 1 to 40 capital letters, digits and hyphens")
        String destinationAccountNumber,
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required") Money amount,
    @Schema(maxLength = 140) @ReferenceText String reference) {

  Transfer toTransfer() {
    return toTransfer("");
  }

  /**
   * @param at where it stands in the body (RFC 6901)
   */
  Transfer toTransfer(String at) {
    if ((destinationAccountId == null) == (destinationAccountNumber == null)) {
      throw Problem.malformed(
              at + "/destinationAccountId",
              "either this or destinationAccountNumber is required, not both")
          .toException();
    }
    return new Transfer(
        sourceAccountId,
        new Destination(destinationAccountId, destinationAccountNumber),
        amount,
        reference);
  }
}
