package org.corridor.account.infrastructure.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.LedgerCheck;
import org.corridor.account.application.LedgerChecks;
import org.corridor.account.infrastructure.ledger.Columns;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;
import org.corridor.platform.json.Json;

/**
 * Checks as rows. Who runs one holds an advisory lock, which ends with its connection: the row of a
 * replica that has died is taken over by another.
 */
@ApplicationScoped
@Transactional
public class JdbcLedgerChecks implements LedgerChecks {

  private static final Logger LOG = Logger.getLogger(JdbcLedgerChecks.class.getName());

  /** One that ends its server each time must not do so for ever. */
  private static final int MAX_ATTEMPTS = 3;

  private static final String INSERT =
      "insert into ledger_check (id, kind, correction, requested_by, correlation_id, requested_at,"
          + " business_day) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String BEGIN =
      "update ledger_check set attempts = attempts + 1, started_at = now() where id = ?"
          + " returning attempts";
  private static final String END =
      "update ledger_check set finished_at = now(), failure = ?, report = ?::json where id = ?";
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('ledger-check', 0))";

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  // not shared: what a check does must not happen in the transaction of the lock
  @Resource(name = "jdbc/account-check-lock", lookup = "jdbc/account", shareable = false)
  private DataSource unshared;

  /** For the container. */
  protected JdbcLedgerChecks() {}

  JdbcLedgerChecks(DataSource dataSource) {
    this.dataSource = dataSource;
    this.unshared = dataSource;
  }

  @Override
  public boolean add(LedgerCheck requested, LocalDate businessDay) {
    return work(
        dataSource,
        INSERT,
        insert -> {
          insert.setObject(1, requested.id());
          insert.setString(2, requested.kind().name());
          insert.setString(3, requested.correction());
          insert.setString(4, requested.requestedBy());
          insert.setString(5, requested.correlationId());
          Columns.bindInstant(insert, 6, requested.requestedAt());
          insert.setObject(7, businessDay);
          return insert.executeUpdate() == 1;
        });
  }

  @Override
  public Optional<LedgerCheck> find(LedgerCheck.Kind kind, UUID id) {
    return list(
            "where kind = ? and id = ?",
            select -> {
              select.setString(1, kind.name());
              select.setObject(2, id);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<LedgerCheck> list(LedgerCheck.Kind kind, UUID before, int limit) {
    return list(
        "where kind = ? and (?::uuid is null or id < ?) order by id desc limit ?",
        select -> {
          select.setString(1, kind.name());
          select.setObject(2, before);
          select.setObject(3, before);
          select.setInt(4, limit);
        });
  }

  @Override
  public Optional<LedgerCheck> open() {
    return list("where finished_at is null", select -> {}).stream().findFirst();
  }

  @Override
  public Optional<LedgerCheck> latestDone(LedgerCheck.Kind kind) {
    return list(
            "where kind = ? and report is not null order by finished_at desc limit 1",
            select -> select.setString(1, kind.name()))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<LedgerCheck> latestSound(LedgerCheck.Kind kind) {
    return list(
            "where kind = ? and (report ->> 'problemCount')::bigint = 0"
                + " order by finished_at desc limit 1",
            select -> select.setString(1, kind.name()))
        .stream()
        .findFirst();
  }

  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<LedgerCheck> runOpen(Function<LedgerCheck, CheckReport> work) {
    if (open().isEmpty()) {
      return Optional.empty();
    }
    try (var lock = unshared.getConnection()) {
      lock.setAutoCommit(false);
      try {
        var check = isLocked(lock) ? open() : Optional.<LedgerCheck>empty();
        return check.flatMap(open -> run(open, work));
      } finally {
        lock.rollback();
        lock.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot run the checks of the ledger", e);
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LOCK);
        var rows = select.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Whatever goes wrong is told to those who wait for the report. */
  private Optional<LedgerCheck> run(LedgerCheck check, Function<LedgerCheck, CheckReport> work) {
    if (begin(check.id()) > MAX_ATTEMPTS) {
      end(check.id(), "begun " + MAX_ATTEMPTS + " times, and never ended", null);
      return find(check.kind(), check.id());
    }
    try {
      var report = work.apply(check);
      end(check.id(), null, Json.write(report));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the check " + check.id() + " of the ledger failed", e);
      end(check.id(), "it failed; the log says why", null);
    }
    return find(check.kind(), check.id());
  }

  private int begin(UUID id) {
    return work(
        unshared,
        BEGIN,
        update -> {
          update.setObject(1, id);
          try (var rows = update.executeQuery()) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  private void end(UUID id, String failure, String report) {
    work(
        unshared,
        END,
        update -> {
          update.setString(1, failure);
          update.setString(2, report);
          update.setObject(3, id);
          return update.executeUpdate();
        });
  }

  private static LedgerCheck check(ResultSet row) throws SQLException {
    var report = row.getString("report");
    return new LedgerCheck(
        Columns.uuid(row, "id"),
        LedgerCheck.Kind.valueOf(row.getString("kind")),
        row.getString("correction"),
        row.getString("requested_by"),
        row.getString("correlation_id"),
        instant(row, "requested_at"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getString("failure"),
        report == null ? null : Json.read(report, CheckReport.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Columns.instant(row, column);
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private List<LedgerCheck> list(String where, Binding binding) {
    return work(
        dataSource,
        "select * from ledger_check " + where,
        select -> {
          binding.bind(select);
          var found = new ArrayList<LedgerCheck>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(check(rows));
            }
          }
          return found;
        });
  }

  private static <T> T work(DataSource source, String sql, Work<T> work) {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot keep the checks of the ledger", e);
    }
  }
}
