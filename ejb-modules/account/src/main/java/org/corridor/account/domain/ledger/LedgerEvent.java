package org.corridor.account.domain.ledger;

import java.util.Objects;
import org.corridor.kernel.DomainEvent;

/**
 * An event with its place: every journal and every hold is a stream of its own.
 *
 * @param version in the stream, from 1
 */
public record LedgerEvent(String stream, long version, DomainEvent event, String correlationId) {

  public LedgerEvent {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(correlationId, "correlationId");
  }

  static LedgerEvent of(Journal journal) {
    return new LedgerEvent(
        "journal/" + journal.id(), 1, JournalPosted.of(journal), journal.correlationId());
  }

  static LedgerEvent of(Hold hold, HoldEvent event, String correlationId) {
    return new LedgerEvent("hold/" + hold.id(), hold.version(), event, correlationId);
  }
}
