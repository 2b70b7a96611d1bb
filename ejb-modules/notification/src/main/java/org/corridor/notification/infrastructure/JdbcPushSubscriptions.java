package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.PushSubscriptions;
import org.corridor.notification.domain.PushSubscription;
import org.corridor.notification.domain.Recipient;

/** Push subscriptions in the context's database. */
@ApplicationScoped
public class JdbcPushSubscriptions implements PushSubscriptions {

  private static final String ADD =
      "insert into push_subscription (id, recipient, endpoint, key, secret, created_at)"
          + " values (?, ?, ?, ?, ?, ?) on conflict (endpoint) do update"
          + " set recipient = excluded.recipient, key = excluded.key, secret = excluded.secret"
          + " returning *";

  private final NotificationDatabase database;

  @Inject
  public JdbcPushSubscriptions(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcPushSubscriptions() {
    this(null);
  }

  @Override
  public List<PushSubscription> of(Recipient recipient) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select * from push_subscription where recipient = ? order by id")) {
            select.setString(1, recipient.toString());
            return subscriptions(select);
          }
        });
  }

  @Override
  public Optional<PushSubscription> find(UUID id) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement("select * from push_subscription where id = ?")) {
            select.setObject(1, id);
            return subscriptions(select).stream().findFirst();
          }
        });
  }

  @Override
  public PushSubscription add(PushSubscription subscription) {
    return database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, subscription.id());
            insert.setString(2, subscription.recipient().toString());
            insert.setString(3, subscription.endpoint());
            insert.setString(4, subscription.key());
            insert.setString(5, subscription.secret());
            insert.setObject(6, Columns.of(subscription.createdAt()));
            return subscriptions(insert).get(0);
          }
        });
  }

  @Override
  public boolean remove(Recipient recipient, UUID id) {
    return delete("delete from push_subscription where id = ? and recipient = ?", id, recipient);
  }

  @Override
  public void remove(UUID id) {
    delete("delete from push_subscription where id = ?", id, null);
  }

  private boolean delete(String sql, UUID id, Recipient recipient) {
    return database.sql(
        connection -> {
          try (var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, id);
            if (recipient != null) {
              delete.setString(2, recipient.toString());
            }
            return delete.executeUpdate() == 1;
          }
        });
  }

  private static List<PushSubscription> subscriptions(PreparedStatement statement)
      throws SQLException {
    var found = new ArrayList<PushSubscription>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(subscription(rows));
      }
    }
    return found;
  }

  private static PushSubscription subscription(ResultSet row) throws SQLException {
    return new PushSubscription(
        row.getObject("id", UUID.class),
        Recipient.parse(row.getString("recipient")),
        row.getString("endpoint"),
        row.getString("key"),
        row.getString("secret"),
        Columns.instant(row, "created_at"));
  }
}
