package org.corridor.transaction.infrastructure.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;
import org.corridor.transaction.application.saga.SagaCensus;
import org.corridor.transaction.application.saga.SagaQuery;
import org.corridor.transaction.application.saga.SagaSummary;
import org.corridor.transaction.application.saga.Sagas;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaEvent;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.infrastructure.TransactionDatabase;
import org.corridor.transaction.infrastructure.TransactionEvents;

/** Sagas in the event store, and their rows. */
@ApplicationScoped
public class JdbcSagas implements Sagas {

  private static final String LOCK = "select from saga where id = ? for update";
  private static final String ONE = "select " + StoredSaga.COLUMNS + " from saga where id = ?";
  private static final String IDS =
      "select id from (select case when starts_with(stream, '"
          + SagaEvents.STREAM_PREFIX
          + "') then substr(stream, ?)::uuid end as id from event where version = 1"
          + " union select id from saga) as known where id > ? order by id limit ?";
  private static final String OPEN =
      "select status, count(*) as many,"
          + " min(started_at) filter (where waits_for is not null) as oldest_waiting,"
          + " min(due_at) filter (where lease_until is null or lease_until <= now())"
          + " as most_overdue from saga where step is not null group by status";

  private final TransactionDatabase database;
  private final EventStore events = TransactionEvents.store();

  /** For the container's proxy. */
  protected JdbcSagas() {
    this(null);
  }

  @Inject
  public JdbcSagas(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public List<SagaEvent> history(UUID id) {
    return database.sql(connection -> history(connection, id));
  }

  private List<SagaEvent> history(Connection connection, UUID id) {
    return events.read(connection, SagaEvents.stream(id)).stream().map(SagaEvents::event).toList();
  }

  /** Without its row there is nothing to hold; then the version alone tells of two writers. */
  @Override
  public Optional<Saga> hold(UUID id) {
    return database.sql(
        connection -> {
          try (var lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, id);
            lock.executeQuery().close();
          }
          var history = history(connection, id);
          return history.isEmpty() ? Optional.empty() : Optional.of(Saga.fold(history));
        });
  }

  @Override
  public void add(SagaChange change) {
    write(change);
  }

  @Override
  public void save(SagaChange change) {
    write(change);
  }

  private void write(SagaChange change) {
    var after = change.after();
    database.sql(
        connection -> {
          events.append(
              connection,
              SagaEvents.stream(after.id()),
              after.version() - change.events().size(),
              change.events(),
              after.changedAt(),
              Trail.of(after.making().correlationId()));
          StoredSaga.write(connection, SagaSummary.of(after));
          return null;
        });
  }

  @Override
  public List<SagaSummary> list(SagaQuery query, int limit) {
    return database.sql(
        connection -> {
          var where = new ArrayList<String>();
          var values = new ArrayList<Object>();
          and(where, values, "status = ?", query.status() == null ? null : query.status().name());
          and(where, values, "kind = ?", query.kind());
          and(where, values, "id < ?", query.before());
          and(where, values, "(waits_for is not null and step is not null) = ?", query.waiting());
          var sql =
              "select "
                  + StoredSaga.COLUMNS
                  + " from saga"
                  + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                  + " order by id desc limit ?";
          try (var select = connection.prepareStatement(sql)) {
            values.add(limit);
            for (var nth = 0; nth < values.size(); nth++) {
              select.setObject(nth + 1, values.get(nth));
            }
            return StoredSaga.all(select);
          }
        });
  }

  private static void and(List<String> where, List<Object> values, String condition, Object value) {
    if (value != null) {
      where.add(condition);
      values.add(value);
    }
  }

  @Override
  public Optional<UUID> take(Lease lease, Instant now) {
    return database.sql(connection -> SagaLeases.takeNext(connection, lease, now));
  }

  @Override
  public boolean take(UUID id, Lease lease, Instant now) {
    return database.sql(connection -> SagaLeases.take(connection, id, lease, now));
  }

  @Override
  public boolean renew(UUID id, Lease lease) {
    return database.sql(connection -> SagaLeases.renew(connection, id, lease));
  }

  @Override
  public void letGo(UUID id, UUID token) {
    database.sql(
        connection -> {
          SagaLeases.letGo(connection, id, token);
          return null;
        });
  }

  @Override
  public List<UUID> ids(UUID after, int limit) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(IDS)) {
            select.setInt(1, SagaEvents.STREAM_PREFIX.length() + 1);
            select.setObject(2, after == null ? new UUID(0, 0) : after);
            select.setInt(3, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
              }
            }
            return ids;
          }
        });
  }

  @Override
  public Optional<SagaSummary> projected(UUID id) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            return StoredSaga.all(select).stream().findFirst();
          }
        });
  }

  @Override
  public void replace(Saga folded) {
    database.sql(
        connection -> {
          StoredSaga.write(connection, SagaSummary.of(folded));
          return null;
        });
  }

  @Override
  public SagaCensus census() {
    return database.sql(JdbcSagas::census);
  }

  private static SagaCensus census(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(OPEN);
        var rows = select.executeQuery()) {
      var open = new EnumMap<SagaStatus, Long>(SagaStatus.class);
      Instant oldest = null;
      Instant overdue = null;
      while (rows.next()) {
        open.put(SagaStatus.valueOf(rows.getString("status")), rows.getLong("many"));
        oldest = earlier(oldest, StoredSaga.instant(rows, "oldest_waiting"));
        overdue = earlier(overdue, StoredSaga.instant(rows, "most_overdue"));
      }
      return new SagaCensus(open, oldest, overdue);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
