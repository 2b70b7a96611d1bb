package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.domain.ledger.Entry;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journal as it stands in the ledger. */
@Schema(name = "Journal")
public record JournalView(
    UUID id,
    String kind,
    LocalDate valueDate,
    Instant bookedAt,
    List<BookedLegView> legs,
    UUID captures,
    UUID reverses,
    @Schema(description = "Short texts by their names.") Map<String, String> metadata,
    String correlationId) {

  /** One side of it. */
  @Schema(name = "BookedLeg")
  public record BookedLegView(UUID accountId, long seq, Money amount, Money balanceAfter) {

    static BookedLegView of(Entry entry) {
      return new BookedLegView(
          entry.accountId(), entry.seq(), entry.amount(), entry.balanceAfter());
    }
  }

  static JournalView of(Journal journal) {
    return new JournalView(
        journal.id(),
        journal.kind(),
        journal.valueDate(),
        journal.bookedAt(),
        journal.entries().stream().map(BookedLegView::of).toList(),
        journal.captures(),
        journal.reverses(),
        journal.metadata(),
        journal.correlationId());
  }
}
