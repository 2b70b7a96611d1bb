package org.corridor.account.infrastructure.ledger;

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
import org.corridor.platform.jdbc.Insert;
import org.corridor.platform.jdbc.Pipeline;

/**
 * Writes all that a batch has changed and that is not written yet: one statement a table, whatever
 * the size of the batch.
 */
final class LedgerWrites {

  private static final String INSERT_JOURNALS =
      "with batch as (insert into ledger_batch (booked_at, journals, entries, content_hash)"
          + " values (?, ?, ?, ?) returning id, booked_at)"
          + " insert into journal (batch, booked_at, id, kind, value_date, correlation_id,"
          + " fingerprint, captures, reverses, metadata)"
          + " select batch.id, batch.booked_at,"
          + " unnest(?::uuid[]), unnest(?::text[]), unnest(?::date[]),"
          + " unnest(?::text[]), unnest(?::bytea[]), unnest(?::uuid[]),"
          + " unnest(?::uuid[]), unnest(?::json[]) from batch";
  private static final String UPDATE_BALANCES =
      "update account_balance set booked = now.booked, held = now.held, last_seq = now.last_seq,"
          + " last_booked_at = now.last_booked_at"
          + " from (select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::bigint[]),"
          + " unnest(?::bigint[]), unnest(?::timestamptz[]))"
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

  void write(Connection connection, Changes changes, ForeseenBalances foreseen)
      throws SQLException {
    var pipeline = new Pipeline();
    if (!changes.journals().isEmpty()) {
      var journals = changes.journals().stream().sorted(BY_ID).map(KeptJournal::of).toList();
      var entries = entriesOf(journals);
      insertJournals(pipeline, changes.at(), journals, entries.size());
      pipeline.insert(entriesAt(changes.at()), entries);
    }
    updateBalances(pipeline, foreseen.otherwise(changes.accounts()));
    foreseen.takeBack(pipeline, changes.accounts());
    if (!changes.newHolds().isEmpty()) {
      insertHolds(pipeline, changes.newHolds());
    }
    if (!changes.changedHolds().isEmpty()) {
      updateHolds(pipeline, changes.changedHolds());
    }
    events.appendAll(
        pipeline, changes.events().stream().map(event -> newEvent(event, changes.at())).toList());
    pipeline.run(connection);
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
      Pipeline pipeline, Instant at, List<KeptJournal> journals, int entries) {
    var digest = new BatchDigest(at);
    journals.forEach(digest::add);
    pipeline.write(
        INSERT_JOURNALS,
        journals.size(),
        parameters ->
            parameters
                .value(at)
                .value(journals.size())
                .value(entries)
                .value(digest.hash())
                .column("uuid", journals, KeptJournal::id)
                .column("text", journals, KeptJournal::kind)
                .column("date", journals, KeptJournal::valueDate)
                .column("text", journals, KeptJournal::correlationId)
                .bytes(journals, journal -> journal.fingerprint().bytes())
                .column("uuid", journals, KeptJournal::captures)
                .column("uuid", journals, KeptJournal::reverses)
                .column("json", journals, KeptJournal::metadata));
  }

  private static Insert<BookedEntry> entriesAt(Instant at) {
    return Insert.<BookedEntry>into("entry")
        .timestamp("booked_at", at)
        .uuid("journal_id", BookedEntry::journalId)
        .date("value_date", BookedEntry::valueDate)
        .uuid("account_id", booked -> booked.entry().accountId())
        .bigint("seq", booked -> booked.entry().seq())
        .bigint("amount", booked -> booked.entry().amount())
        .text("currency", booked -> booked.entry().currency())
        .bigint("balance_after", booked -> booked.entry().balanceAfter())
        .build();
  }

  private static void updateBalances(Pipeline pipeline, List<LedgerAccount> accounts) {
    if (accounts.isEmpty()) {
      return;
    }
    pipeline.write(
        UPDATE_BALANCES,
        accounts.size(),
        parameters ->
            parameters
                .column("uuid", accounts, LedgerAccount::id)
                .column("int8", accounts, LedgerAccount::booked)
                .column("int8", accounts, LedgerAccount::held)
                .column("int8", accounts, LedgerAccount::lastSeq)
                .column("timestamptz", accounts, LedgerAccount::lastBookedAt));
  }

  private static void insertHolds(Pipeline pipeline, List<Hold> holds) {
    pipeline.write(
        INSERT_HOLDS,
        holds.size(),
        parameters ->
            parameters
                .column("uuid", holds, Hold::id)
                .column("uuid", holds, Hold::accountId)
                .column("int8", holds, hold -> hold.amount().minorUnits())
                .column("int8", holds, hold -> hold.captured().minorUnits())
                .column("text", holds, hold -> hold.amount().currency())
                .column("text", holds, hold -> hold.status().name())
                .column("timestamptz", holds, Hold::placedAt)
                .column("timestamptz", holds, Hold::expiresAt)
                .bytes(holds, hold -> hold.fingerprint().bytes())
                .column("text", holds, Hold::correlationId)
                .column("int8", holds, Hold::version));
  }

  private static void updateHolds(Pipeline pipeline, List<Hold> holds) {
    pipeline.write(
        UPDATE_HOLDS,
        holds.size(),
        parameters ->
            parameters
                .column("uuid", holds, Hold::id)
                .column("int8", holds, hold -> hold.captured().minorUnits())
                .column("text", holds, hold -> hold.status().name())
                .column("int8", holds, Hold::version));
  }

  private static NewEvent newEvent(LedgerEvent event, Instant at) {
    return new NewEvent(
        event.stream(), event.version(), event.event(), at, Trail.of(event.correlationId()));
  }
}
