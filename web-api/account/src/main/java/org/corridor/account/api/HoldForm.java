package org.corridor.account.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money to be reserved. */
@Schema(name = "HoldForm")
public record HoldForm(
    @NotNull(message = "is required") Money amount,
    @Schema(description = "Within 90 days; 7 days from now if it is left out.") Instant expiresAt) {

  HoldPlacement toPlacement(UUID id, UUID accountId, String correlationId) {
    return new HoldPlacement(id, accountId, amount, expiresAt, correlationId);
  }
}
