package org.corridor.account.infrastructure.endofday;

import static org.corridor.account.infrastructure.ledger.Columns.bindInstant;
import static org.corridor.account.infrastructure.ledger.Columns.instant;
import static org.corridor.account.infrastructure.ledger.Columns.uuid;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.application.EndOfDayJob;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.application.EndOfDayRuns;
import org.corridor.account.domain.endofday.BusinessCalendar;
import org.corridor.account.domain.endofday.DayStatus;
import org.corridor.account.infrastructure.Statements;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;
import org.corridor.platform.json.Json;

/**
 * Ends of days as rows. Who runs one holds an advisory lock, which ends with its connection: the
 * run of a replica that has died is taken over by another.
 */
@ApplicationScoped
@Transactional
public class JdbcEndOfDayRuns implements EndOfDayRuns {

  private static final Logger LOG = Logger.getLogger(JdbcEndOfDayRuns.class.getName());
  private static final int MAX_ATTEMPTS = 5;
  private static final String WHY_IS_LOGGED = "it failed; the log says why";

  private static final String INSERT =
      "insert into end_of_day_run (id, business_date, status, requested_by, correlation_id,"
          + " requested_at) values (?, ?, 'REQUESTED', ?, ?, ?) on conflict do nothing";
  private static final String REOPEN =
      "update end_of_day_run set status = 'REQUESTED', attempts = 0, finished_at = null,"
          + " retry_at = null where business_date = ? and status = 'FAILED'";
  private static final String BEGIN =
      "update end_of_day_run set status = 'RUNNING', attempts = attempts + 1, started_at = now()"
          + " where id = ? and status in ('REQUESTED', 'RUNNING')"
          + " and (retry_at is null or retry_at <= now())";
  private static final String FAIL =
      """
      update end_of_day_run
         set failure = ?, retry_at = now() + attempts * interval '10 s',
             status = case when attempts < ? then status else 'FAILED' end,
             finished_at = case when attempts < ? then null else now() end
       where id = ? and status = 'RUNNING'
      """;
  private static final String PROGRESS =
      "update end_of_day_run set execution_id = ?, steps = ?::json where id = ?";
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('end-of-day', 0))";

  private Statements statements;

  // not shared: what a run does must not happen in the transaction of the lock
  private DataSource unshared;
  private Statements outside;

  private final DayClosing closing = new DayClosing();

  /** For the container. */
  protected JdbcEndOfDayRuns() {}

  public JdbcEndOfDayRuns(DataSource dataSource) {
    setDataSource(dataSource);
    setUnshared(dataSource);
  }

  @Resource(lookup = "jdbc/account")
  void setDataSource(DataSource source) {
    statements = new Statements(source);
  }

  @Resource(name = "jdbc/account-day-lock", lookup = "jdbc/account", shareable = false)
  void setUnshared(DataSource source) {
    unshared = source;
    outside = new Statements(source);
  }

  @Override
  public BusinessCalendar calendar() {
    return list("order by business_date desc limit 1", select -> {}).stream()
        .findFirst()
        .map(run -> new BusinessCalendar(run.businessDate(), run.status()))
        .orElse(BusinessCalendar.EMPTY);
  }

  @Override
  public boolean add(EndOfDayRun requested) {
    return statements.work(
            INSERT,
            insert -> {
              insert.setObject(1, requested.id());
              insert.setObject(2, requested.businessDate());
              insert.setString(3, requested.requestedBy());
              insert.setString(4, requested.correlationId());
              bindInstant(insert, 5, requested.requestedAt());
              return insert.executeUpdate();
            })
        == 1;
  }

  @Override
  public Optional<EndOfDayRun> reopen(LocalDate day) {
    var reopened =
        statements.work(
            REOPEN,
            update -> {
              update.setObject(1, day);
              return update.executeUpdate();
            });
    return reopened == 0
        ? Optional.empty()
        : list("where business_date = ?", select -> select.setObject(1, day)).stream().findFirst();
  }

  @Override
  public Optional<EndOfDayRun> find(UUID id) {
    return list("where id = ?", select -> select.setObject(1, id)).stream().findFirst();
  }

  @Override
  public List<EndOfDayRun> list(LocalDate before, int limit) {
    return list(
        "where ?::date is null or business_date < ? order by business_date desc limit ?",
        select -> {
          select.setObject(1, before);
          select.setObject(2, before);
          select.setInt(3, limit);
        });
  }

  @Override
  public Optional<EndOfDayRun> open() {
    return list("where status in ('REQUESTED', 'RUNNING')", select -> {}).stream().findFirst();
  }

  @Override
  public Optional<LocalDate> lastDone() {
    return list("where status = 'DONE' order by business_date desc limit 1", select -> {}).stream()
        .findFirst()
        .map(EndOfDayRun::businessDate);
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void progress(UUID id, long execution, List<EndOfDayRun.Step> steps) {
    statements.work(
        PROGRESS,
        update -> {
          update.setLong(1, execution);
          update.setString(2, Json.write(steps));
          update.setObject(3, id);
          return update.executeUpdate();
        });
  }

  @Override
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<EndOfDayRun> runOpen(Consumer<EndOfDayRun> work) {
    var open = open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (var lock = unshared.getConnection()) {
      lock.setAutoCommit(false);
      try {
        return isLocked(lock) && begin(open.get().id())
            ? run(open.get().id(), work)
            : Optional.empty();
      } finally {
        lock.rollback();
        lock.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot run the end of a day", e);
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(LOCK);
        var rows = select.executeQuery()) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private boolean begin(UUID id) {
    return outside.work(
            BEGIN,
            update -> {
              update.setObject(1, id);
              return update.executeUpdate();
            })
        == 1;
  }

  /** What has failed is told to those who watch, and tried again after a pause that grows. */
  private Optional<EndOfDayRun> run(UUID id, Consumer<EndOfDayRun> work) throws SQLException {
    var run = find(id).orElseThrow();
    try {
      work.accept(run);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the day " + run.businessDate() + " could not be ended", e);
      // any other message is for the log alone
      fail(id, e instanceof EndOfDayJob.DayNotEnded ? e.getMessage() : WHY_IS_LOGGED);
      return find(id);
    }
    try (var connection = unshared.getConnection()) {
      closing.close(connection, run);
    }
    return find(id);
  }

  private void fail(UUID id, String why) {
    outside.work(
        FAIL,
        update -> {
          update.setString(1, why);
          update.setInt(2, MAX_ATTEMPTS);
          update.setInt(3, MAX_ATTEMPTS);
          update.setObject(4, id);
          return update.executeUpdate();
        });
  }

  private static EndOfDayRun run(ResultSet row) throws SQLException {
    var execution = row.getLong("execution_id");
    var known = !row.wasNull();
    var summary = row.getString("summary");
    return new EndOfDayRun(
        uuid(row, "id"),
        row.getObject("business_date", LocalDate.class),
        DayStatus.valueOf(row.getString("status")),
        row.getString("requested_by"),
        row.getString("correlation_id"),
        instant(row, "requested_at"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("attempts"),
        row.getString("failure"),
        known ? execution : null,
        Arrays.asList(Json.read(row.getString("steps"), EndOfDayRun.Step[].class)),
        summary == null ? null : Json.read(summary, EndOfDayRun.Summary.class));
  }

  private List<EndOfDayRun> list(String where, Statements.Binding binding) {
    return statements.work(
        "select * from end_of_day_run " + where,
        select -> {
          binding.bind(select);
          return Statements.rows(select, JdbcEndOfDayRuns::run);
        });
  }
}
