package org.corridor.transaction.infrastructure.saga;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.saga.SagaSummary;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.domain.saga.Stage;

/** The row of a saga. */
final class StoredSaga {

  static final String COLUMNS =
      "id, version, kind, subject_id, status, step, stage, attempts, waits_for, due_at, turn_requested,"
          + " started_by, started_at, changed_at";

  /** The lease is left alone: a new row is nobody's. */
  private static final String WRITE =
      "insert into saga ("
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (id) do update set version = excluded.version, kind = excluded.kind,"
          + " subject_id = excluded.subject_id, status = excluded.status, step = excluded.step, stage = excluded.stage,"
          + " attempts = excluded.attempts, waits_for = excluded.waits_for,"
          + " due_at = excluded.due_at, turn_requested = excluded.turn_requested,"
          + " started_by = excluded.started_by, started_at = excluded.started_at,"
          + " changed_at = excluded.changed_at";

  private StoredSaga() {}

  static void write(Connection connection, SagaSummary saga) throws SQLException {
    try (var insert = connection.prepareStatement(WRITE)) {
      insert.setObject(1, saga.id());
      insert.setLong(2, saga.version());
      insert.setString(3, saga.kind());
      insert.setObject(4, saga.subjectId());
      insert.setString(5, saga.status().name());
      insert.setString(6, saga.step());
      insert.setString(7, saga.stage() == null ? null : saga.stage().name());
      insert.setInt(8, saga.attempts());
      insert.setString(9, saga.waitsFor());
      insert.setObject(10, utc(saga.dueAt()));
      insert.setBoolean(11, saga.turnRequested());
      insert.setString(12, saga.startedBy());
      insert.setObject(13, utc(saga.startedAt()));
      insert.setObject(14, utc(saga.changedAt()));
      insert.executeUpdate();
    }
  }

  static List<SagaSummary> all(PreparedStatement select) throws SQLException {
    var found = new ArrayList<SagaSummary>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(summary(rows));
      }
    }
    return found;
  }

  private static SagaSummary summary(ResultSet row) throws SQLException {
    var stage = row.getString("stage");
    return new SagaSummary(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("subject_id", UUID.class),
        SagaStatus.valueOf(row.getString("status")),
        row.getString("step"),
        stage == null ? null : Stage.valueOf(stage),
        row.getInt("attempts"),
        row.getString("waits_for"),
        instant(row, "due_at"),
        row.getBoolean("turn_requested"),
        row.getString("started_by"),
        instant(row, "started_at"),
        instant(row, "changed_at"),
        row.getLong("version"));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
