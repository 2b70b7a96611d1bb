package org.corridor.account.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.api.JournalForm.LegForm;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many journals to be posted. */
@Schema(name = "JournalBatchForm")
public record JournalBatchForm(
    @Schema(
            description =
                "EACH: each is posted or refused by itself. ALL_OR_NOTHING: none is posted unless"
                    + " all can be.")
        @NotNull(message = "is required")
        Mode mode,
    @Schema(description = "Posted in this order, with nothing in between.")
        @NotNull(message = "is required")
        @Size(min = 1, max = PostingBatch.MAX_POSTINGS, message = "must have 1 to 5000 elements")
        List<@NotNull(message = "is required") @Valid JournalOfBatch> postings) {

  /** What a refusal means for the others. */
  public enum Mode {
    EACH,
    ALL_OR_NOTHING
  }

  /** A journal with its id, a UUIDv7 of the caller's; the rest as it is put alone. */
  @Schema(name = "JournalOfBatch")
  public record JournalOfBatch(
      @Schema(description = "A UUIDv7; once in a batch.") @NotNull(message = "is required") UUID id,
      @Schema(description = "Capital letters, digits, underscores.", example = "TRANSFER")
          @NotNull(message = "is required")
          String kind,
      @Schema(description = "When it takes effect; the day of booking (UTC) if it is left out.")
          LocalDate valueDate,
      @NotNull(message = "is required")
          @Size(min = 2, max = Posting.MAX_LEGS, message = "must have 2 to 100 elements")
          List<@NotNull(message = "is required") @Valid LegForm> legs,
      UUID captures,
      Boolean keepsRestOfHold,
      UUID reverses,
      @Schema(description = "At most 16 short entries, kept with the journal.")
          @Size(max = Posting.MAX_METADATA, message = "must have at most 16 members")
          Map<String, @NotNull(message = "must be a string") String> metadata) {

    Posting toPosting(String correlationId) {
      return new JournalForm(kind, valueDate, legs, captures, keepsRestOfHold, reverses, metadata)
          .toPosting(id, correlationId);
    }
  }

  PostingBatch toBatch(String correlationId) {
    var seen = new HashSet<UUID>();
    for (var nth = 0; nth < postings.size(); nth++) {
      if (!seen.add(postings.get(nth).id())) {
        throw Problem.malformed("/postings/" + nth + "/id", "appears twice in the batch")
            .toException();
      }
    }
    return new PostingBatch(
        postings.stream().map(posting -> posting.toPosting(correlationId)).toList(),
        mode == Mode.ALL_OR_NOTHING,
        correlationId);
  }
}
