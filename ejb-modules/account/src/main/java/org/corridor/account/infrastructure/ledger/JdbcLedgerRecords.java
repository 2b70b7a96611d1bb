package org.corridor.account.infrastructure.ledger;

import static org.corridor.account.infrastructure.ledger.Columns.bindInstant;
import static org.corridor.account.infrastructure.ledger.Columns.instant;
import static org.corridor.account.infrastructure.ledger.Columns.money;
import static org.corridor.account.infrastructure.ledger.Columns.uuid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.account.application.LedgerRecords;
import org.corridor.account.application.StatementLine;
import org.corridor.account.application.StatementWindow;
import org.corridor.account.application.TrialBalanceLine;
import org.corridor.account.domain.ledger.Entry;
import org.corridor.account.domain.ledger.Fingerprint;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.infrastructure.ledger.LedgerReads.RowReader;
import org.corridor.platform.json.Json;

/**
 * Reads the ledger's tables; each method is one statement, so it sees one state of them.
 *
 * <p>Each call is a transaction, or part of one: outside of one, the server would keep the
 * connection until the whole request is answered, also while it waits for the ledger.
 */
@ApplicationScoped
@Transactional
public class JdbcLedgerRecords implements LedgerRecords {

  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private static final String BOOKED_BEFORE =
      "select balance_after from entry where account_id = ? and booked_at < ?"
          + " order by booked_at desc, seq desc limit 1";
  private static final String BOOKED_BY_VALUE_DATE =
      "select sum(amount)::bigint from entry where account_id = ? and value_date <= ?";
  private static final String LINES =
      "select entry.seq, entry.journal_id, journal.kind, entry.amount, entry.currency,"
          + " entry.balance_after, entry.booked_at, entry.value_date, journal.metadata"
          + " from entry join journal on journal.id = entry.journal_id"
          + " where entry.account_id = ? and entry.booked_at >= ? and entry.booked_at < ?"
          + " and (entry.booked_at, entry.seq) > (?, ?)"
          + " order by entry.booked_at, entry.seq limit ?";
  private static final String JOURNAL = "select * from journal where id = ?";
  private static final String ENTRIES =
      "select account_id, seq, amount, balance_after, currency from entry"
          + " where journal_id = ? and booked_at = ? order by account_id";
  private static final String TRIAL_BALANCE =
      "select currency, count(*) as accounts,"
          + " coalesce(sum(booked) filter (where booked < 0), 0) as debits,"
          + " coalesce(sum(booked) filter (where booked > 0), 0) as credits"
          + " from account_balance group by currency order by currency";

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  /** For the container. */
  protected JdbcLedgerRecords() {}

  JdbcLedgerRecords(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<LedgerAccount> account(UUID id) {
    return first(
        "select " + LedgerReads.ACCOUNT_COLUMNS + " from account_balance where account_id = ?",
        select -> select.setObject(1, id),
        LedgerReads::account);
  }

  @Override
  public long bookedBefore(UUID accountId, Instant instant) {
    return first(
            BOOKED_BEFORE,
            select -> {
              select.setObject(1, accountId);
              bindInstant(select, 2, instant);
            },
            row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public long bookedByValueDate(UUID accountId, LocalDate day) {
    return first(
            BOOKED_BY_VALUE_DATE,
            select -> {
              select.setObject(1, accountId);
              select.setObject(2, day);
            },
            row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public List<StatementLine> lines(UUID accountId, StatementWindow window, int limit) {
    var after =
        window.after() == null ? new StatementWindow.Place(Instant.EPOCH, 0) : window.after();
    return all(
        LINES,
        select -> {
          select.setObject(1, accountId);
          bindInstant(select, 2, window.from());
          bindInstant(select, 3, window.before());
          bindInstant(select, 4, after.bookedAt());
          select.setLong(5, after.seq());
          select.setInt(6, limit);
        },
        JdbcLedgerRecords::line);
  }

  @Override
  public Optional<Journal> journal(UUID id) {
    return first(JOURNAL, select -> select.setObject(1, id), JdbcLedgerRecords::journal)
        .map(journal -> journal.withEntries(entries(id, journal.bookedAt())));
  }

  @Override
  public Optional<Hold> hold(UUID id) {
    return first(
        "select " + LedgerReads.HOLD_COLUMNS + " from hold where id = ?",
        select -> select.setObject(1, id),
        LedgerReads::hold);
  }

  @Override
  public List<Hold> dueHolds(Instant now, int limit) {
    return all(
        "select "
            + LedgerReads.HOLD_COLUMNS
            + " from hold where status = 'ACTIVE' and expires_at <= ? order by expires_at limit ?",
        select -> {
          bindInstant(select, 1, now);
          select.setInt(2, limit);
        },
        LedgerReads::hold);
  }

  @Override
  public List<TrialBalanceLine> trialBalance() {
    return all(
        TRIAL_BALANCE,
        select -> {},
        row ->
            new TrialBalanceLine(
                row.getString("currency"),
                row.getLong("accounts"),
                row.getBigDecimal("debits").toBigIntegerExact(),
                row.getBigDecimal("credits").toBigIntegerExact()));
  }

  private List<Entry> entries(UUID journalId, Instant bookedAt) {
    return all(
        ENTRIES,
        select -> {
          select.setObject(1, journalId);
          bindInstant(select, 2, bookedAt);
        },
        row ->
            new Entry(
                uuid(row, "account_id"),
                row.getLong("seq"),
                money(row, "amount"),
                money(row, "balance_after")));
  }

  private static Journal journal(ResultSet row) throws SQLException {
    return new Journal(
        uuid(row, "id"),
        row.getString("kind"),
        row.getObject("value_date", LocalDate.class),
        instant(row, "booked_at"),
        row.getString("correlation_id"),
        Fingerprint.ofBytes(row.getBytes("fingerprint")),
        uuid(row, "captures"),
        uuid(row, "reverses"),
        metadata(row),
        List.of());
  }

  private static StatementLine line(ResultSet row) throws SQLException {
    return new StatementLine(
        row.getLong("seq"),
        uuid(row, "journal_id"),
        row.getString("kind"),
        money(row, "amount"),
        money(row, "balance_after"),
        instant(row, "booked_at"),
        row.getObject("value_date", LocalDate.class),
        metadata(row));
  }

  private static Map<String, String> metadata(ResultSet row) throws SQLException {
    try {
      return Json.mapper().readValue(row.getString("metadata"), METADATA);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement select) throws SQLException;
  }

  private <T> Optional<T> first(String sql, Binding binding, RowReader<T> reader) {
    return all(sql, binding, reader).stream().findFirst();
  }

  private <T> List<T> all(String sql, Binding binding, RowReader<T> reader) {
    try (var connection = dataSource.getConnection();
        var select = connection.prepareStatement(sql)) {
      binding.bind(select);
      var found = new ArrayList<T>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot read the ledger", e);
    }
  }
}
