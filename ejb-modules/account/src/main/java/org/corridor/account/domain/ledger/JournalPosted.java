package org.corridor.account.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/**
 * A journal stands in the ledger.
 *
 * @param captures the hold that it was paid from; null if none
 * @param reverses the journal that it undoes; null if none
 */
public record JournalPosted(
    UUID journalId,
    String kind,
    LocalDate valueDate,
    Instant bookedAt,
    List<BookedLeg> legs,
    UUID captures,
    UUID reverses,
    Map<String, String> metadata)
    implements DomainEvent {

  public static final String TYPE = "account.journal-posted.v1";

  public JournalPosted {
    legs = List.copyOf(legs);
    metadata = Map.copyOf(metadata);
  }

  /** A leg with what was booked on the account right after it. */
  public record BookedLeg(UUID accountId, Money amount, Money balanceAfter) {}

  static JournalPosted of(Journal journal) {
    return new JournalPosted(
        journal.id(),
        journal.kind(),
        journal.valueDate(),
        journal.bookedAt(),
        journal.entries().stream()
            .map(entry -> new BookedLeg(entry.accountId(), entry.amount(), entry.balanceAfter()))
            .toList(),
        journal.captures(),
        journal.reverses(),
        journal.metadata());
  }

  @Override
  public String type() {
    return TYPE;
  }
}
