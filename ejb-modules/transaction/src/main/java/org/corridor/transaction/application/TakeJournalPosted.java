package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * Learns from the ledger's own event that a journal was posted: if it is a transaction's, and that
 * does not know yet, it is paid. An event that was taken before, or comes late, changes nothing.
 */
@ApplicationScoped
public class TakeJournalPosted {

  private final UnitOfWork units;
  private final EventInbox inbox;
  private final RecordOutcome outcomes;

  /** For the container's proxy. */
  protected TakeJournalPosted() {
    this(null, null, null);
  }

  @Inject
  public TakeJournalPosted(UnitOfWork units, EventInbox inbox, RecordOutcome outcomes) {
    this.units = units;
    this.inbox = inbox;
    this.outcomes = outcomes;
  }

  /**
   * A journal stands in the ledger.
   *
   * @param journalId the id of the order; a transaction's id, if it was one of ours
   */
  public record JournalPosted(UUID eventId, UUID journalId, Instant bookedAt) {}

  /**
   * @return true if a transaction was settled by it
   */
  public boolean take(JournalPosted event) {
    return units.within(
        () ->
            inbox.take(event.eventId())
                && outcomes.postedWithin(event.journalId(), event.bookedAt()));
  }
}
