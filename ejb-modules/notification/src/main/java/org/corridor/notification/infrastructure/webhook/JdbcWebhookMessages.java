package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.webhook.WebhookMessages;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.notification.infrastructure.Columns;
import org.corridor.notification.infrastructure.NotificationDatabase;

/** Messages in the context's database. The end of a lease is when a message is due again. */
@ApplicationScoped
public class JdbcWebhookMessages implements WebhookMessages {

  private static final String ADD =
      "insert into webhook_message (id, endpoint_id, event_id, type, body, status, due_at,"
          + " occurred_at, correlation_id, created_at)"
          + " values (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?) on conflict do nothing";

  // a few of each endpoint, so that a long queue of one hides no other
  private static final String CLAIM =
      "with picked as (select m.id from webhook_endpoint e"
          + " left join unnest(?::uuid[], ?::int[]) as busy (id, n) on busy.id = e.id"
          + " cross join lateral (select w.id, w.due_at from webhook_message w"
          + " where w.endpoint_id = e.id and w.status = 'PENDING' and w.due_at <= ?"
          + " order by w.due_at limit greatest(0, ? - coalesce(busy.n, 0))"
          + " for update skip locked) m"
          + " where e.enabled and e.deleted_at is null and (e.failing_since is not null) = ?"
          + " order by m.due_at limit ?)"
          + " update webhook_message w set attempts = w.attempts + 1, tries = w.tries + 1,"
          + " claimed = true, due_at = ? from picked, webhook_endpoint e"
          + " where w.id = picked.id and e.id = w.endpoint_id"
          + " returning w.*, e.owner, e.url, e.secret,"
          + " case when e.previous_until > ? then e.previous_secret end as previous";

  private static final String RECORD =
      "update webhook_message set status = ?, due_at = ?, ended_at = ?, reason = ?, claimed = false"
          + " where id = ? and attempts = ? and status = 'PENDING'";

  private static final String ADD_ATTEMPT =
      "insert into webhook_attempt (message_id, number, at, milliseconds, status, reason, excerpt)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  private static final String LIST =
      "select * from webhook_message where endpoint_id = ? and (?::text is null or status = ?)"
          + " and (?::uuid is null or id < ?) order by id desc limit ?";

  private static final String REPLAY =
      "update webhook_message set status = 'PENDING', due_at = ?, tries = 0, ended_at = null"
          + " where id = ? and not claimed";

  private static final String REPLAY_FAILED =
      "update webhook_message set status = 'PENDING', due_at = ?, tries = 0, ended_at = null"
          + " where id = any(array(select id from webhook_message where endpoint_id = ?"
          + " and status = 'FAILED' and created_at >= ? order by id limit ? for update))";

  private static final String FAIL_PENDING =
      "update webhook_message set status = 'FAILED', ended_at = ?, reason = ?"
          + " where endpoint_id = ? and status = 'PENDING' and not claimed";

  private final NotificationDatabase database;

  @Inject
  public JdbcWebhookMessages(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcWebhookMessages() {
    this(null);
  }

  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  @Override
  public void addAll(List<Outgoing> messages) {
    database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(ADD)) {
            for (var outgoing : messages) {
              var message = outgoing.message();
              insert.setObject(1, message.id());
              insert.setObject(2, message.endpointId());
              insert.setObject(3, message.eventId());
              insert.setString(4, message.type());
              insert.setString(5, outgoing.body());
              insert.setObject(6, Columns.of(message.dueAt()));
              insert.setObject(7, Columns.of(message.occurredAt()));
              insert.setString(8, outgoing.correlationId());
              insert.setObject(9, Columns.of(message.createdAt()));
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  @Override
  public List<Claimed> claim(Lane lane, Instant now, Duration lease, int most) {
    var busy = List.copyOf(lane.underWay().entrySet());
    return database.sql(
        connection -> {
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setArray(
                1, connection.createArrayOf("uuid", busy.stream().map(e -> e.getKey()).toArray()));
            claim.setArray(
                2,
                connection.createArrayOf("int4", busy.stream().map(e -> e.getValue()).toArray()));
            claim.setObject(3, Columns.of(now));
            claim.setInt(4, lane.perEndpoint());
            claim.setBoolean(5, lane.failing());
            claim.setInt(6, most);
            claim.setObject(7, Columns.of(now.plus(lease)));
            claim.setObject(8, Columns.of(now));
            return rows(claim, JdbcWebhookMessages::claimed);
          }
        });
  }

  @Override
  public boolean record(WebhookMessage attempted, Attempt attempt) {
    var isOurs =
        change(
                RECORD,
                update -> {
                  update.setString(1, attempted.status().name());
                  update.setObject(2, Columns.of(attempted.dueAt()));
                  update.setObject(3, Columns.of(attempted.endedAt()));
                  update.setString(4, attempted.reason());
                  update.setObject(5, attempted.id());
                  update.setInt(6, attempted.attempts());
                })
            == 1;
    if (isOurs) {
      change(
          ADD_ATTEMPT,
          insert -> {
            insert.setObject(1, attempted.id());
            insert.setInt(2, attempt.number());
            insert.setObject(3, Columns.of(attempt.at()));
            insert.setLong(4, attempt.duration().toMillis());
            insert.setObject(5, attempt.status(), java.sql.Types.INTEGER);
            insert.setString(6, attempt.reason());
            insert.setString(7, attempt.excerpt());
          });
    }
    return isOurs;
  }

  @Override
  public List<WebhookMessage> list(
      UUID endpointId, WebhookMessage.Status status, UUID before, int limit) {
    var name = status == null ? null : status.name();
    return read(
        LIST,
        select -> {
          select.setObject(1, endpointId);
          select.setString(2, name);
          select.setString(3, name);
          select.setObject(4, before);
          select.setObject(5, before);
          select.setInt(6, limit);
        },
        JdbcWebhookMessages::message);
  }

  @Override
  public Optional<WebhookMessage> find(UUID endpointId, UUID id) {
    return read(
            "select * from webhook_message where endpoint_id = ? and id = ?",
            select -> {
              select.setObject(1, endpointId);
              select.setObject(2, id);
            },
            JdbcWebhookMessages::message)
        .stream()
        .findFirst();
  }

  @Override
  public List<Attempt> attempts(UUID id) {
    return read(
        "select * from webhook_attempt where message_id = ? order by number",
        select -> select.setObject(1, id),
        row ->
            new Attempt(
                row.getInt("number"),
                Columns.instant(row, "at"),
                Duration.ofMillis(row.getLong("milliseconds")),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                row.getString("excerpt")));
  }

  @Override
  public void replay(UUID id, Instant now) {
    change(
        REPLAY,
        update -> {
          update.setObject(1, Columns.of(now));
          update.setObject(2, id);
        });
  }

  @Override
  public int replayFailed(UUID endpointId, Instant since, Instant now, int most) {
    return change(
        REPLAY_FAILED,
        update -> {
          update.setObject(1, Columns.of(now));
          update.setObject(2, endpointId);
          update.setObject(3, Columns.of(since));
          update.setInt(4, most);
        });
  }

  @Override
  public void failPending(UUID endpointId, String reason, Instant now) {
    change(
        FAIL_PENDING,
        update -> {
          update.setObject(1, Columns.of(now));
          update.setString(2, reason);
          update.setObject(3, endpointId);
        });
  }

  private int change(String sql, Binding binding) {
    return database.sql(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return statement.executeUpdate();
          }
        });
  }

  private <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
    return database.sql(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return rows(statement, reading);
          }
        });
  }

  private static <T> List<T> rows(PreparedStatement statement, Reading<T> reading)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reading.of(rows));
      }
    }
    return found;
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        message(row),
        row.getString("body"),
        row.getString("correlation_id"),
        EndpointOwner.parse(row.getString("owner")),
        row.getString("url"),
        row.getString("secret"),
        row.getString("previous"));
  }

  private static WebhookMessage message(ResultSet row) throws SQLException {
    return new WebhookMessage(
        row.getObject("id", UUID.class),
        row.getObject("endpoint_id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        WebhookMessage.Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getInt("tries"),
        Columns.instant(row, "occurred_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "due_at"),
        Columns.instant(row, "ended_at"),
        row.getString("reason"));
  }
}
