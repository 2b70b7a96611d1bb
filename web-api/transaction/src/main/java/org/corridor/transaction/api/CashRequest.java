package org.corridor.transaction.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.HandleCash.Cash;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Cash that is paid in or out. */
@Schema(
    name = "CashRequest",
    requiredProperties = {"accountId", "amount"})
public record CashRequest(
    @NotNull(message = "is required") UUID accountId,
    @Schema(ref = "#/components/schemas/Money") @NotNull(message = "is required") Money amount,
    @Schema(description = "Whose till; by default the caller's own branch.")
        @Pattern(
            regexp = "[A-Z0-9]{2,10}",
            message = "must be a branch code of 2 to 10 capital letters and digits")
        String branch,
    @Schema(maxLength = 140) @ReferenceText String reference) {

  Cash toCash() {
    return new Cash(accountId, amount, branch, reference);
  }
}
