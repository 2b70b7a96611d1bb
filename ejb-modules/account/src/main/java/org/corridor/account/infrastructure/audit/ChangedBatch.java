package org.corridor.account.infrastructure.audit;

import static org.corridor.account.application.LedgerProblem.Kind.JOURNAL_CHANGED;
import static org.corridor.account.application.LedgerProblem.Kind.JOURNAL_MISSING;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.corridor.account.application.LedgerProblem;
import org.corridor.account.domain.ledger.JournalPosted;
import org.corridor.account.domain.ledger.JournalPosted.BookedLeg;
import org.corridor.platform.json.Json;

/**
 * Finds out what has changed in a batch. Its hash tells only that something has; but the very same
 * transaction wrote an event of each journal, which says what was booked.
 */
final class ChangedBatch {

  private static final String EVENTS =
      "select correlation_id, data from event where xid = (select xid from ledger_batch"
          + " where id = ?) and type = '"
          + JournalPosted.TYPE
          + "' order by position";
  private static final String JOURNAL =
      "select " + StoredJournal.COLUMNS + " from journal where id = ?";
  private static final String ENTRIES =
      "select " + StoredEntry.COLUMNS + " from entry where journal_id = ?";

  private final Connection connection;
  private final Findings findings;
  private final long batch;

  private record Told(String correlationId, String data) {}

  ChangedBatch(Connection connection, Findings findings, long batch) {
    this.connection = connection;
    this.findings = findings;
    this.batch = batch;
  }

  void explain() throws SQLException {
    for (var event : events()) {
      var told = Json.read(event.data(), JournalPosted.class);
      var journal = journal(told.journalId());
      if (journal == null) {
        report(JOURNAL_MISSING, told.journalId(), "its event is there, the journal is not");
        continue;
      }
      var differences = differences(event.correlationId(), told, journal);
      if (!differences.isEmpty()) {
        report(
            JOURNAL_CHANGED,
            told.journalId(),
            "not what its event says: " + String.join(", ", differences));
      }
    }
  }

  private List<String> differences(String correlationId, JournalPosted told, StoredJournal found)
      throws SQLException {
    var all = new ArrayList<String>();
    note(all, "batch", batch, found.batch());
    note(all, "kind", told.kind(), found.kind());
    note(all, "value date", told.valueDate(), found.valueDate());
    note(all, "time of booking", told.bookedAt(), found.bookedAt());
    note(all, "correlation id", correlationId, found.correlationId());
    note(all, "captures", told.captures(), found.captures());
    note(all, "reverses", told.reverses(), found.reverses());
    note(all, "metadata", told.metadata(), metadata(found));
    var legs = legs(found.id());
    for (var leg : told.legs()) {
      note(all, "leg of account " + leg.accountId(), text(leg), legs.remove(leg.accountId()));
    }
    legs.keySet().forEach(account -> all.add("a leg of account " + account + " was added"));
    return all;
  }

  private static void note(List<String> all, String what, Object told, Object found) {
    if (told == null ? found != null : !told.equals(found)) {
      all.add(what);
    }
  }

  /** Its text, if it is none of ours any more. */
  private static Object metadata(StoredJournal journal) {
    try {
      var tree = Json.read(journal.metadata(), Map.class);
      return tree == null ? journal.metadata() : tree;
    } catch (UncheckedIOException e) {
      return journal.metadata();
    }
  }

  private Map<UUID, String> legs(UUID journalId) throws SQLException {
    try (var select = connection.prepareStatement(ENTRIES)) {
      select.setObject(1, journalId);
      try (var rows = select.executeQuery()) {
        var found = new ArrayList<StoredEntry>();
        while (rows.next()) {
          found.add(StoredEntry.of(rows));
        }
        return found.stream()
            .map(StoredEntry::kept)
            .collect(
                Collectors.toMap(
                    entry -> entry.accountId(),
                    entry -> entry.amount() + " " + entry.balanceAfter() + " " + entry.currency(),
                    (one, other) -> one + "; " + other,
                    TreeMap::new));
      }
    }
  }

  private static String text(BookedLeg leg) {
    return leg.amount().minorUnits()
        + " "
        + leg.balanceAfter().minorUnits()
        + " "
        + leg.amount().currency();
  }

  private StoredJournal journal(UUID id) throws SQLException {
    try (var select = connection.prepareStatement(JOURNAL)) {
      select.setObject(1, id);
      try (var rows = select.executeQuery()) {
        return rows.next() ? StoredJournal.of(rows) : null;
      }
    }
  }

  private List<Told> events() throws SQLException {
    try (var select = connection.prepareStatement(EVENTS)) {
      select.setLong(1, batch);
      try (var rows = select.executeQuery()) {
        var events = new ArrayList<Told>();
        while (rows.next()) {
          events.add(new Told(rows.getString("correlation_id"), rows.getString("data")));
        }
        return events;
      }
    }
  }

  private void report(LedgerProblem.Kind kind, UUID journalId, String detail) {
    findings.add(LedgerProblem.ofJournal(kind, batch, journalId, detail));
  }
}
