package org.corridor.account.infrastructure.ledger;

import static org.corridor.account.infrastructure.ledger.Columns.bindInstant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.ledger.Books.Changes;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.domain.ledger.LedgerEvent;
import org.corridor.account.infrastructure.AccountEvents;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.EventStore.NewEvent;
import org.corridor.platform.events.Trail;
import org.corridor.platform.jdbc.ArrayColumns;

/** Writes all that a batch has changed: one statement a table, whatever the size of the batch. */
final class LedgerWrites {

  private static final String INSERT_JOURNALS =
      "with batch as (insert into ledger_batch (booked_at, journals, entries, content_hash)"
          + " values (?, ?, ?, ?) returning id, booked_at)"
          + " insert into journal (batch, booked_at, id, kind, value_date, correlation_id,"
          + " fingerprint, captures, reverses, metadata)"
          + " select batch.id, batch.booked_at, new.* from batch, unnest(?::uuid[], ?::text[],"
          + " ?::date[], ?::text[], ?::bytea[], ?::uuid[], ?::uuid[], ?::json[]) as new";
  private static final String INSERT_ENTRIES =
      "insert into entry (booked_at, journal_id, value_date, account_id, seq, amount, currency,"
          + " balance_after)"
          + " select ?, * from unnest(?::uuid[], ?::date[], ?::uuid[], ?::bigint[], ?::bigint[],"
          + " ?::text[], ?::bigint[])";
  private static final String UPDATE_BALANCES =
      "update account_balance set booked = now.booked, held = now.held, last_seq = now.last_seq,"
          + " last_booked_at = now.last_booked_at"
          + " from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])"
          + " as now (account_id, booked, held, last_seq, last_booked_at)"
          + " where account_balance.account_id = now.account_id";
  // not one upsert for new and changed holds: an id that another account's hold has meanwhile must
  // fail here, not overwrite it
  private static final String INSERT_HOLDS =
      "insert into hold (id, account_id, amount, captured, currency, status, placed_at, expires_at,"
          + " fingerprint, correlation_id, version)"
          + " select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::text[],"
          + " ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bytea[], ?::text[], ?::bigint[])";
  private static final String UPDATE_HOLDS =
      "update hold set captured = now.captured, status = now.status, version = now.version"
          + " from unnest(?::uuid[], ?::bigint[], ?::text[], ?::bigint[])"
          + " as now (id, captured, status, version) where hold.id = now.id";
  private static final Comparator<Journal> BY_ID =
      (one, other) -> KeptJournal.BY_BYTES.compare(one.id(), other.id());

  private record BookedEntry(UUID journalId, LocalDate valueDate, KeptEntry entry) {}

  private final EventStore events = AccountEvents.store();

  void write(Connection connection, Changes changes) throws SQLException {
    if (!changes.journals().isEmpty()) {
      var journals = changes.journals().stream().sorted(BY_ID).map(KeptJournal::of).toList();
      var entries = entriesOf(journals);
      insertJournals(connection, changes.at(), journals, entries.size());
      insertEntries(connection, changes.at(), entries);
    }
    updateBalances(connection, changes.accounts());
    if (!changes.newHolds().isEmpty()) {
      insertHolds(connection, changes.newHolds());
    }
    if (!changes.changedHolds().isEmpty()) {
      updateHolds(connection, changes.changedHolds());
    }
    events.appendAll(
        connection, changes.events().stream().map(event -> newEvent(event, changes.at())).toList());
  }

  private static List<BookedEntry> entriesOf(List<KeptJournal> journals) {
    var entries = new ArrayList<BookedEntry>();
    for (var journal : journals) {
      for (var entry : journal.entries()) {
        entries.add(new BookedEntry(journal.id(), journal.valueDate(), entry));
      }
    }
    return entries;
  }

  /** With the batch that they make, and its hash, in the same statement. */
  private static void insertJournals(
      Connection connection, Instant at, List<KeptJournal> journals, int entries)
      throws SQLException {
    var digest = new BatchDigest(at);
    journals.forEach(digest::add);
    try (var insert = connection.prepareStatement(INSERT_JOURNALS)) {
      bindInstant(insert, 1, at);
      insert.setInt(2, journals.size());
      insert.setInt(3, entries);
      insert.setBytes(4, digest.hash());
      ArrayColumns.bind(insert, 5, "uuid", journals, KeptJournal::id);
      ArrayColumns.bind(insert, 6, "text", journals, KeptJournal::kind);
      ArrayColumns.bind(insert, 7, "date", journals, journal -> journal.valueDate().toString());
      ArrayColumns.bind(insert, 8, "text", journals, KeptJournal::correlationId);
      ArrayColumns.bindBytes(insert, 9, journals, journal -> journal.fingerprint().bytes());
      ArrayColumns.bind(insert, 10, "uuid", journals, KeptJournal::captures);
      ArrayColumns.bind(insert, 11, "uuid", journals, KeptJournal::reverses);
      ArrayColumns.bind(insert, 12, "json", journals, KeptJournal::metadata);
      requireRows(journals.size(), insert.executeUpdate());
    }
  }

  private static void insertEntries(Connection connection, Instant at, List<BookedEntry> entries)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT_ENTRIES)) {
      bindInstant(insert, 1, at);
      ArrayColumns.bind(insert, 2, "uuid", entries, BookedEntry::journalId);
      ArrayColumns.bind(insert, 3, "date", entries, booked -> booked.valueDate().toString());
      ArrayColumns.bind(insert, 4, "uuid", entries, booked -> booked.entry().accountId());
      ArrayColumns.bind(insert, 5, "int8", entries, booked -> booked.entry().seq());
      ArrayColumns.bind(insert, 6, "int8", entries, booked -> booked.entry().amount());
      ArrayColumns.bind(insert, 7, "text", entries, booked -> booked.entry().currency());
      ArrayColumns.bind(insert, 8, "int8", entries, booked -> booked.entry().balanceAfter());
      requireRows(entries.size(), insert.executeUpdate());
    }
  }

  private static void updateBalances(Connection connection, List<LedgerAccount> accounts)
      throws SQLException {
    try (var update = connection.prepareStatement(UPDATE_BALANCES)) {
      ArrayColumns.bind(update, 1, "uuid", accounts, LedgerAccount::id);
      ArrayColumns.bind(update, 2, "int8", accounts, LedgerAccount::booked);
      ArrayColumns.bind(update, 3, "int8", accounts, LedgerAccount::held);
      ArrayColumns.bind(update, 4, "int8", accounts, LedgerAccount::lastSeq);
      ArrayColumns.bind(
          update,
          5,
          "timestamptz",
          accounts,
          account -> account.lastBookedAt() == null ? null : account.lastBookedAt().toString());
      requireRows(accounts.size(), update.executeUpdate());
    }
  }

  private static void insertHolds(Connection connection, List<Hold> holds) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT_HOLDS)) {
      ArrayColumns.bind(insert, 1, "uuid", holds, Hold::id);
      ArrayColumns.bind(insert, 2, "uuid", holds, Hold::accountId);
      ArrayColumns.bind(insert, 3, "int8", holds, hold -> hold.amount().minorUnits());
      ArrayColumns.bind(insert, 4, "int8", holds, hold -> hold.captured().minorUnits());
      ArrayColumns.bind(insert, 5, "text", holds, hold -> hold.amount().currency().toString());
      ArrayColumns.bind(insert, 6, "text", holds, hold -> hold.status().name());
      ArrayColumns.bind(insert, 7, "timestamptz", holds, hold -> hold.placedAt().toString());
      ArrayColumns.bind(insert, 8, "timestamptz", holds, hold -> hold.expiresAt().toString());
      ArrayColumns.bindBytes(insert, 9, holds, hold -> hold.fingerprint().bytes());
      ArrayColumns.bind(insert, 10, "text", holds, Hold::correlationId);
      ArrayColumns.bind(insert, 11, "int8", holds, Hold::version);
      requireRows(holds.size(), insert.executeUpdate());
    }
  }

  private static void updateHolds(Connection connection, List<Hold> holds) throws SQLException {
    try (var update = connection.prepareStatement(UPDATE_HOLDS)) {
      ArrayColumns.bind(update, 1, "uuid", holds, Hold::id);
      ArrayColumns.bind(update, 2, "int8", holds, hold -> hold.captured().minorUnits());
      ArrayColumns.bind(update, 3, "text", holds, hold -> hold.status().name());
      ArrayColumns.bind(update, 4, "int8", holds, Hold::version);
      requireRows(holds.size(), update.executeUpdate());
    }
  }

  private static NewEvent newEvent(LedgerEvent event, Instant at) {
    return new NewEvent(
        event.stream(), event.version(), event.event(), at, Trail.of(event.correlationId()));
  }

  /** A statement that misses a row would commit half of the batch. */
  private static void requireRows(int expected, int written) throws SQLException {
    if (written != expected) {
      throw new SQLException("wrote " + written + " rows of " + expected);
    }
  }
}
