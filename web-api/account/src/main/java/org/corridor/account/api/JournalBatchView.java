package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Outcome.Posted;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.account.domain.ledger.PostingBatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each journal of a batch, in the order of the request. */
@Schema(name = "JournalBatch")
public record JournalBatchView(int posted, int refused, List<Result> results) {

  /** Of one journal. */
  @Schema(name = "JournalBatchResult")
  public record Result(
      UUID id,
      Status status,
      @Schema(description = "If it is posted.") Instant bookedAt,
      @Schema(description = "If it is posted.") LocalDate valueDate,
      @Schema(description = "Of the problem, if it was refused.") String code,
      @Schema(description = "Of the problem, if it was refused.") String detail) {

    /** Whether it stands in the journal. */
    @Schema(name = "JournalBatchStatus")
    public enum Status {
      POSTED,
      REFUSED
    }

    static Result of(UUID id, Outcome outcome) {
      if (outcome instanceof Posted posted) {
        return new Result(id, Status.POSTED, posted.bookedAt(), posted.valueDate(), null, null);
      }
      var refusal = ((Refused) outcome).refusal();
      return new Result(id, Status.REFUSED, null, null, refusal.code(), refusal.detail());
    }
  }

  static JournalBatchView of(PostingBatch batch, BatchDecided decided) {
    var results = new ArrayList<Result>();
    for (var nth = 0; nth < batch.postings().size(); nth++) {
      results.add(Result.of(batch.postings().get(nth).id(), decided.outcomes().get(nth)));
    }
    var posted = decided.outcomes().stream().filter(Posted.class::isInstance).count();
    return new JournalBatchView((int) posted, results.size() - (int) posted, results);
  }
}
