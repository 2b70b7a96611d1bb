package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.corridor.notification.application.KnownDevices;

/** Known devices in the context's database. */
@ApplicationScoped
public class JdbcKnownDevices implements KnownDevices {

  private static final String SEE =
      "insert into known_device (user_id, device, first_seen_at) values (?, ?, ?)"
          + " on conflict do nothing";

  private final NotificationDatabase database;

  @Inject
  public JdbcKnownDevices(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcKnownDevices() {
    this(null);
  }

  @Override
  public boolean isNew(UUID userId, String device, Instant at) {
    return database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(SEE)) {
            insert.setObject(1, userId);
            insert.setString(2, device);
            insert.setObject(3, Columns.of(at));
            return insert.executeUpdate() == 1;
          }
        });
  }
}
