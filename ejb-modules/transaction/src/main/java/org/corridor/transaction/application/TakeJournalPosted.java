package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/**
 * Learns from the ledger's own events that journals were posted: if one is a transaction's, and
 * that does not know yet, it is paid. An event that was taken before, or comes late, changes
 * nothing.
 */
@ApplicationScoped
public class TakeJournalPosted {

  private final UnitOfWork units;
  private final EventInbox inbox;
  private final Transactions transactions;
  private final RecordOutcome outcomes;
  private final ReconcileSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected TakeJournalPosted() {
    this(null, null, null, null, null, null);
  }

  @Inject
  public TakeJournalPosted(
      UnitOfWork units,
      EventInbox inbox,
      Transactions transactions,
      RecordOutcome outcomes,
      ReconcileSettings settings,
      @TransactionClock Clock clock) {
    this.units = units;
    this.inbox = inbox;
    this.transactions = transactions;
    this.outcomes = outcomes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A journal stands in the ledger.
   *
   * @param journalId the id of the order; a transaction's id, if it was one of ours
   */
  public record JournalPosted(UUID eventId, UUID journalId, Instant bookedAt) {}

  /**
   * @return how many transactions were settled by them
   */
  public int take(Collection<JournalPosted> events) {
    return units.within(() -> takeWithin(events));
  }

  /**
   * The inbox takes what has an effect: nearly every event tells what its transaction knows, and
   * has none. By the id of the journal: others, too, hold several transactions in the order of
   * their ids.
   */
  private int takeWithin(Collection<JournalPosted> events) {
    var abandoned =
        transactions.abandoned(
            events.stream().map(JournalPosted::journalId).toList(),
            clock.instant().minus(settings.patience()));
    var news =
        events.stream()
            .filter(event -> abandoned.contains(event.journalId()))
            .sorted(Comparator.comparing(JournalPosted::journalId))
            .toList();
    if (news.isEmpty()) {
      return 0;
    }
    var fresh = inbox.take(news.stream().map(JournalPosted::eventId).toList());
    return (int)
        news.stream()
            .filter(event -> fresh.contains(event.eventId()))
            .filter(event -> outcomes.postedWithin(event.journalId(), event.bookedAt()))
            .count();
  }
}
