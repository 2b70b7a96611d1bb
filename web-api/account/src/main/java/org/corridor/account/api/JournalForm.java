package org.corridor.account.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journal to be posted: all legs or none. */
@Schema(name = "JournalForm")
public record JournalForm(
    @Schema(description = "Capital letters, digits, underscores.", example = "TRANSFER")
        @NotNull(message = "is required")
        String kind,
    @Schema(description = "When it takes effect; the day of booking (UTC) if it is left out.")
        LocalDate valueDate,
    @Schema(description = "Sum to zero in each currency; an account appears once.")
        @NotNull(message = "is required")
        @Size(min = 2, max = Posting.MAX_LEGS, message = "must have 2 to 100 elements")
        List<@NotNull(message = "is required") @Valid LegForm> legs,
    @Schema(description = "The hold that pays for the debit of its account.") UUID captures,
    @Schema(description = "Whether what is left of the hold stays held; false if left out.")
        Boolean keepsRestOfHold,
    @Schema(description = "The journal that this one undoes, with exactly its legs mirrored.")
        UUID reverses,
    @Schema(description = "At most 16 short entries, kept with the journal.")
        @Size(max = Posting.MAX_METADATA, message = "must have at most 16 members")
        Map<String, @NotNull(message = "must be a string") String> metadata) {

  /** One side. */
  @Schema(name = "LegForm")
  public record LegForm(
      @NotNull(message = "is required") UUID accountId,
      @Schema(description = "A credit is positive, a debit negative.")
          @NotNull(message = "is required")
          Money amount) {}

  Posting toPosting(UUID id, String correlationId) {
    return new Posting(
        id,
        kind,
        valueDate,
        legs.stream().map(leg -> new Leg(leg.accountId(), leg.amount())).toList(),
        captures == null
            ? null
            : new Posting.Capture(captures, Boolean.TRUE.equals(keepsRestOfHold)),
        reverses,
        correlationId,
        metadata == null ? Map.of() : metadata);
  }
}
