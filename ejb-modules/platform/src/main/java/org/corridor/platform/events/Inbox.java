package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Remembers which events a consumer has taken, in the transaction of what the event causes. */
public final class Inbox {

  private final String consumer;

  public Inbox(String consumer) {
    this.consumer = consumer;
  }

  /**
   * Takes an event.
   *
   * @return false if it was taken before, and must have no effect again
   */
  public boolean take(Connection connection, UUID eventId) {
    try (var insert =
        connection.prepareStatement(
            "insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing")) {
      insert.setString(1, consumer);
      insert.setObject(2, eventId);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new EventStoreFailure("cannot take event " + eventId, e);
    }
  }
}
