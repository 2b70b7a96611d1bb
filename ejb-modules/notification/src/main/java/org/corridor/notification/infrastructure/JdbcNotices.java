package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.application.Notices;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.NoticeType;
import org.corridor.platform.json.Json;

/** Notices in the context's database; whoever claims some skips those that others have locked. */
@ApplicationScoped
public class JdbcNotices implements Notices {

  private static final String ADD =
      "insert into notice (id, event_id, type, addressee_kind, addressee_id, facts, occurred_at,"
          + " correlation_id, status, due_at, created_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?) on conflict do nothing";

  private static final String CLAIM =
      "update notice set attempts = attempts + 1, due_at = ? where id = any(array("
          + "select id from notice where status = 'RECEIVED' and due_at <= ?"
          + " order by due_at limit ? for update skip locked)) returning *";

  private static final String HOLD =
      "select 1 from notice where id = ? and attempts = ? and status = 'RECEIVED' for update";

  private final NotificationDatabase database;

  @Inject
  public JdbcNotices(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcNotices() {
    this(null);
  }

  @Override
  public void addAll(List<Notice> notices, Instant at) {
    if (notices.isEmpty()) {
      return;
    }
    database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(ADD)) {
            for (var notice : notices) {
              bind(insert, notice, at);
              insert.addBatch();
            }
            return insert.executeBatch().length;
          }
        });
  }

  @Override
  public List<Notice> claim(Instant now, Duration lease, int most) {
    return database.sql(
        connection -> {
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, Columns.of(now.plus(lease)));
            claim.setObject(2, Columns.of(now));
            claim.setInt(3, most);
            return notices(claim);
          }
        });
  }

  @Override
  public boolean hold(Notice notice) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(HOLD)) {
            select.setObject(1, notice.id());
            select.setInt(2, notice.attempts());
            try (var rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  @Override
  public void addressed(Notice notice, Facts facts) {
    update(
        "update notice set status = 'ADDRESSED', reason = null, facts = ? where id = ?",
        Json.write(facts),
        notice);
  }

  @Override
  public void postpone(Notice notice, Instant until, String reason) {
    database.sql(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update notice set due_at = ?, reason = ? where id = ?")) {
            update.setObject(1, Columns.of(until));
            update.setString(2, reason);
            update.setObject(3, notice.id());
            return update.executeUpdate();
          }
        });
  }

  @Override
  public void giveUp(Notice notice, String reason) {
    update("update notice set status = 'GIVEN_UP', reason = ? where id = ?", reason, notice);
  }

  private void update(String sql, String value, Notice notice) {
    database.sql(
        connection -> {
          try (var update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setObject(2, notice.id());
            return update.executeUpdate();
          }
        });
  }

  private static void bind(PreparedStatement insert, Notice notice, Instant at)
      throws SQLException {
    insert.setObject(1, notice.id());
    insert.setObject(2, notice.eventId());
    insert.setString(3, notice.type().name());
    insert.setString(4, notice.addressee().kind().name());
    insert.setObject(5, notice.addressee().id());
    insert.setString(6, Json.write(notice.facts()));
    insert.setObject(7, Columns.of(notice.occurredAt()));
    insert.setString(8, notice.correlationId());
    insert.setObject(9, Columns.of(at));
    insert.setObject(10, Columns.of(at));
  }

  private static List<Notice> notices(PreparedStatement statement) throws SQLException {
    var notices = new ArrayList<Notice>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        notices.add(notice(rows));
      }
    }
    return notices;
  }

  private static Notice notice(ResultSet row) throws SQLException {
    var kind = Addressee.Kind.valueOf(row.getString("addressee_kind"));
    return new Notice(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        NoticeType.valueOf(row.getString("type")),
        new Addressee(kind, row.getObject("addressee_id", UUID.class)),
        Json.read(row.getString("facts"), Facts.class),
        Columns.instant(row, "occurred_at"),
        row.getString("correlation_id"),
        row.getInt("attempts"));
  }
}
