package org.corridor.account.infrastructure.ledger;

import static org.corridor.account.infrastructure.ledger.Columns.currency;
import static org.corridor.account.infrastructure.ledger.Columns.instant;
import static org.corridor.account.infrastructure.ledger.Columns.money;
import static org.corridor.account.infrastructure.ledger.Columns.nullableLong;
import static org.corridor.account.infrastructure.ledger.Columns.uuid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.account.domain.ledger.Books;
import org.corridor.account.domain.ledger.Fingerprint;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.HoldExpiry;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.HoldRelease;
import org.corridor.account.domain.ledger.HoldStatus;
import org.corridor.account.domain.ledger.KnownJournal;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Leg;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.platform.jdbc.Pipeline;

/**
 * Reads all that a batch needs, in the one order that is right: first the accounts are locked, by
 * id so that no two batches deadlock; then holds and earlier journals are read, as those have left
 * them who held the locks before.
 */
final class LedgerReads {

  static final String ACCOUNT_COLUMNS =
      "account_id, currency, booked, held, floor, ceiling, may_debit, may_credit, last_seq,"
          + " last_booked_at";
  static final String HOLD_COLUMNS =
      "id, account_id, amount, captured, currency, status, placed_at, expires_at, fingerprint,"
          + " correlation_id, version";

  private static final String LOCK_ACCOUNTS =
      "select "
          + ACCOUNT_COLUMNS
          + " from account_balance where account_id = any(?::uuid[]) order by account_id for update";
  private static final String FIND_HOLDS =
      "select " + HOLD_COLUMNS + " from hold where id = any(?::uuid[])";
  private static final String FIND_JOURNALS =
      "select id, fingerprint, booked_at, value_date,"
          + " exists (select from journal later where later.reverses = journal.id) as reversed"
          + " from journal where id = any(?::uuid[])";
  // booked_at is the key of the partitions: without it all of them would be searched
  private static final String FIND_LEGS =
      "select entry.journal_id, entry.account_id, entry.amount, entry.currency from journal"
          + " join entry on entry.journal_id = journal.id and entry.booked_at = journal.booked_at"
          + " where journal.id = any(?::uuid[])";

  /** What the commands of a batch name. */
  private static final class Names {
    final Set<UUID> accounts = new HashSet<>();
    final Set<UUID> holds = new HashSet<>();
    final Set<UUID> journals = new HashSet<>();
    final Set<UUID> reversed = new HashSet<>();

    Names(Collection<LedgerCommand> commands) {
      commands.forEach(this::collect);
    }

    private void collect(LedgerCommand command) {
      accounts.addAll(command.accountIds());
      if (command instanceof Posting posting) {
        collect(posting);
      } else if (command instanceof PostingBatch batch) {
        batch.postings().forEach(this::collect);
      } else if (command instanceof HoldPlacement placement) {
        holds.add(placement.id());
      } else if (command instanceof HoldRelease release) {
        holds.add(release.holdId());
      } else if (command instanceof HoldExpiry expiry) {
        holds.add(expiry.holdId());
      }
    }

    private void collect(Posting posting) {
      journals.add(posting.id());
      if (posting.capture() != null) {
        holds.add(posting.capture().holdId());
      }
      if (posting.reverses() != null) {
        journals.add(posting.reverses());
        reversed.add(posting.reverses());
      }
    }
  }

  /**
   * Locks the accounts until the transaction ends.
   *
   * @param foreseen if known, they are written
   */
  Books lockBooks(
      Connection connection,
      Collection<LedgerCommand> commands,
      ForeseenBalances foreseen,
      Instant now)
      throws SQLException {
    var names = new Names(commands);
    var pipeline = new Pipeline();
    var accounts = lock(pipeline, names.accounts, foreseen);
    var holds = find(pipeline, FIND_HOLDS, names.holds, LedgerReads::hold);
    var legs = new HashMap<UUID, List<Leg>>();
    find(pipeline, FIND_LEGS, names.reversed, row -> addLeg(legs, row));
    var journals = find(pipeline, FIND_JOURNALS, names.journals, row -> journal(row, legs));
    pipeline.run(connection);
    return new Books(accounts, holds, journals, now);
  }

  private static Collection<LedgerAccount> lock(
      Pipeline pipeline, Set<UUID> ids, ForeseenBalances foreseen) {
    if (foreseen.areKnown()) {
      foreseen.write(pipeline);
      return foreseen.before();
    }
    return find(pipeline, LOCK_ACCOUNTS, ids, LedgerReads::account);
  }

  private static boolean addLeg(Map<UUID, List<Leg>> legs, ResultSet row) throws SQLException {
    return legs.computeIfAbsent(uuid(row, "journal_id"), id -> new ArrayList<>())
        .add(new Leg(uuid(row, "account_id"), money(row, "amount")));
  }

  private static KnownJournal journal(ResultSet row, Map<UUID, List<Leg>> legs)
      throws SQLException {
    return new KnownJournal(
        uuid(row, "id"),
        Fingerprint.ofBytes(row.getBytes("fingerprint")),
        instant(row, "booked_at"),
        row.getObject("value_date", LocalDate.class),
        legs.getOrDefault(uuid(row, "id"), List.of()),
        row.getBoolean("reversed"));
  }

  static LedgerAccount account(ResultSet row) throws SQLException {
    return new LedgerAccount(
        uuid(row, "account_id"),
        currency(row),
        row.getLong("booked"),
        row.getLong("held"),
        nullableLong(row, "floor"),
        nullableLong(row, "ceiling"),
        row.getBoolean("may_debit"),
        row.getBoolean("may_credit"),
        row.getLong("last_seq"),
        instant(row, "last_booked_at"));
  }

  static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        uuid(row, "id"),
        uuid(row, "account_id"),
        money(row, "amount"),
        money(row, "captured"),
        HoldStatus.valueOf(row.getString("status")),
        instant(row, "placed_at"),
        instant(row, "expires_at"),
        Fingerprint.ofBytes(row.getBytes("fingerprint")),
        row.getString("correlation_id"),
        row.getLong("version"));
  }

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The list is filled when the pipeline runs. */
  private static <T> List<T> find(
      Pipeline pipeline, String sql, Set<UUID> ids, RowReader<T> reader) {
    var found = new ArrayList<T>(ids.size());
    if (!ids.isEmpty()) {
      pipeline.read(sql, parameters -> parameters.ids(ids), row -> found.add(reader.read(row)));
    }
    return found;
  }
}
