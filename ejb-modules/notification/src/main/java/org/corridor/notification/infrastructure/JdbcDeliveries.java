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
import org.corridor.notification.application.Deliveries;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.json.Json;

/** Deliveries in the context's database. The end of a lease is when the delivery is due again. */
@ApplicationScoped
public class JdbcDeliveries implements Deliveries {

  private static final String ADD =
      "insert into delivery (id, notice_id, recipient, type, channel, target, language, status,"
          + " attempts, created_at, due_at, give_up_at, ended_at, reason)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String CLAIM =
      "with due as (select id from delivery where channel = ? and status = 'PENDING'"
          + " and due_at <= ? order by due_at limit ? for update skip locked)"
          + " update delivery d set attempts = d.attempts + 1, due_at = ? from due, notice n"
          + " where d.id = due.id and n.id = d.notice_id"
          + " returning d.*, n.facts, n.occurred_at, n.correlation_id";

  private static final String RECORD =
      "update delivery set status = ?, due_at = ?, ended_at = ?, reason = ?"
          + " where id = ? and attempts = ? and status = 'PENDING'";

  private static final String LIST =
      "select * from delivery where (?::text is null or recipient = ?)"
          + " and (?::text is null or status = ?) and (?::text is null or channel = ?)"
          + " and (?::uuid is null or id < ?) order by id desc limit ?";

  private final NotificationDatabase database;

  @Inject
  public JdbcDeliveries(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcDeliveries() {
    this(null);
  }

  @Override
  public void add(Delivery delivery, Language language) {
    database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, delivery.id());
            insert.setObject(2, delivery.noticeId());
            insert.setString(3, delivery.recipient().toString());
            insert.setString(4, delivery.type().name());
            insert.setString(5, delivery.channel().name());
            insert.setObject(6, delivery.target());
            insert.setString(7, language.name());
            insert.setString(8, delivery.status().name());
            insert.setInt(9, delivery.attempts());
            insert.setObject(10, Columns.of(delivery.createdAt()));
            insert.setObject(11, Columns.of(delivery.dueAt()));
            insert.setObject(12, Columns.of(delivery.giveUpAt()));
            insert.setObject(13, Columns.of(delivery.endedAt()));
            insert.setString(14, delivery.reason());
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public List<Claimed> claim(Channel channel, Instant now, Duration lease, int most) {
    return database.sql(
        connection -> {
          try (var claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, channel.name());
            claim.setObject(2, Columns.of(now));
            claim.setInt(3, most);
            claim.setObject(4, Columns.of(now.plus(lease)));
            return read(claim, JdbcDeliveries::claimed);
          }
        });
  }

  @Override
  public boolean record(Delivery attempted) {
    return database.sql(
        connection -> {
          try (var update = connection.prepareStatement(RECORD)) {
            update.setString(1, attempted.status().name());
            update.setObject(2, Columns.of(attempted.dueAt()));
            update.setObject(3, Columns.of(attempted.endedAt()));
            update.setString(4, attempted.reason());
            update.setObject(5, attempted.id());
            update.setInt(6, attempted.attempts());
            return update.executeUpdate() == 1;
          }
        });
  }

  @Override
  public List<Delivery> list(Filter filter, UUID before, int limit) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(LIST)) {
            var recipient = filter.recipient() == null ? null : filter.recipient().toString();
            bindTwice(select, 1, recipient);
            bindTwice(select, 3, filter.status() == null ? null : filter.status().name());
            bindTwice(select, 5, filter.channel() == null ? null : filter.channel().name());
            select.setObject(7, before);
            select.setObject(8, before);
            select.setInt(9, limit);
            return read(select, JdbcDeliveries::delivery);
          }
        });
  }

  private static void bindTwice(PreparedStatement statement, int first, String value)
      throws SQLException {
    statement.setString(first, value);
    statement.setString(first + 1, value);
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(PreparedStatement statement, Reading<T> reading)
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
        delivery(row),
        Json.read(row.getString("facts"), Facts.class),
        Language.valueOf(row.getString("language")),
        Columns.instant(row, "occurred_at"),
        row.getString("correlation_id"));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("notice_id", UUID.class),
        Recipient.parse(row.getString("recipient")),
        NoticeType.valueOf(row.getString("type")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("target", UUID.class),
        Delivery.Status.valueOf(row.getString("status")),
        row.getInt("attempts"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "due_at"),
        Columns.instant(row, "give_up_at"),
        Columns.instant(row, "ended_at"),
        row.getString("reason"));
  }
}
