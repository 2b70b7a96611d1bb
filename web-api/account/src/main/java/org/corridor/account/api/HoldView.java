package org.corridor.account.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.HoldStatus;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold. */
@Schema(name = "Hold")
public record HoldView(
    UUID id,
    UUID accountId,
    Money amount,
    @Schema(description = "What postings have taken of it.") Money captured,
    @Schema(description = "What it still reserves.") Money remaining,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "CAPTURED", "RELEASED", "EXPIRED"})
        HoldStatus status,
    Instant placedAt,
    Instant expiresAt) {

  static HoldView of(Hold hold) {
    return new HoldView(
        hold.id(),
        hold.accountId(),
        hold.amount(),
        hold.captured(),
        hold.remaining(),
        hold.status(),
        hold.placedAt(),
        hold.expiresAt());
  }
}
