package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.Messages;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;

/** Messages in the context's database, numbered by their recipient's mailbox. */
@ApplicationScoped
public class JdbcMessages implements Messages {

  private static final String NEXT =
      "insert into mailbox (recipient, last) values (?, 1)"
          + " on conflict (recipient) do update set last = mailbox.last + 1 returning last";

  private static final String ADD =
      "insert into message (recipient, number, id, type, title, body, created_at)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  private static final String NEWEST =
      "select * from message where recipient = ? and (not ? or read_at is null)"
          + " and number < ? order by number desc limit ?";

  private static final String AFTER =
      "select * from message where recipient = ? and number > ? order by number limit ?";

  private static final String READ =
      "update message set read_at = coalesce(read_at, ?) where recipient = ? and id = ?"
          + " returning *";

  private final NotificationDatabase database;

  @Inject
  public JdbcMessages(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcMessages() {
    this(null);
  }

  @Override
  public void add(NewMessage message, Instant at) {
    database.sql(
        connection -> {
          var number = next(connection, message.recipient());
          try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, message.recipient().toString());
            insert.setLong(2, number);
            insert.setObject(3, message.id());
            insert.setString(4, message.type().name());
            insert.setString(5, message.title());
            insert.setString(6, message.text());
            insert.setObject(7, Columns.of(at));
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public List<Message> newest(Recipient recipient, boolean unreadOnly, Long before, int limit) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(NEWEST)) {
            select.setString(1, recipient.toString());
            select.setBoolean(2, unreadOnly);
            select.setLong(3, before == null ? Long.MAX_VALUE : before);
            select.setInt(4, limit);
            return messages(select);
          }
        });
  }

  @Override
  public List<Message> after(Recipient recipient, long number, int limit) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(AFTER)) {
            select.setString(1, recipient.toString());
            select.setLong(2, number);
            select.setInt(3, limit);
            return messages(select);
          }
        });
  }

  @Override
  public Map<Recipient, Long> last(Collection<Recipient> recipients) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select recipient, last from mailbox where recipient = any(?)")) {
            var names = recipients.stream().map(Recipient::toString).toArray(String[]::new);
            select.setArray(1, connection.createArrayOf("text", names));
            var last = new HashMap<Recipient, Long>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                last.put(Recipient.parse(rows.getString(1)), rows.getLong(2));
              }
            }
            return last;
          }
        });
  }

  @Override
  public Optional<Message> read(Recipient recipient, UUID id, Instant at) {
    return database.sql(
        connection -> {
          try (var update = connection.prepareStatement(READ)) {
            update.setObject(1, Columns.of(at));
            update.setString(2, recipient.toString());
            update.setObject(3, id);
            return messages(update).stream().findFirst();
          }
        });
  }

  private static long next(Connection connection, Recipient recipient) throws SQLException {
    try (var next = connection.prepareStatement(NEXT)) {
      next.setString(1, recipient.toString());
      try (var rows = next.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static List<Message> messages(PreparedStatement statement) throws SQLException {
    var messages = new ArrayList<Message>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        messages.add(message(rows));
      }
    }
    return messages;
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getObject("id", UUID.class),
        Recipient.parse(row.getString("recipient")),
        row.getLong("number"),
        NoticeType.valueOf(row.getString("type")),
        row.getString("title"),
        row.getString("body"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "read_at"));
  }
}
