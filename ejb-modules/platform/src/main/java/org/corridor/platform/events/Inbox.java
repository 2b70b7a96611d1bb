package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Remembers which events a consumer has taken, in the transaction of what the event causes. */
public final class Inbox {

  /** No event comes again after this long, unless somebody sends it again on purpose. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int MOST_AT_ONCE = 10_000;

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

  /**
   * Forgets events that were taken longer ago than {@link #KEPT}, whoever took them: some of them.
   *
   * @return how many; 0 if there are no more
   */
  public static int forgetOld(Connection connection) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from inbox where ctid = any(array(select ctid from inbox"
                + " where received_at < now() - ? * interval '1 second' limit ?))")) {
      delete.setLong(1, KEPT.toSeconds());
      delete.setInt(2, MOST_AT_ONCE);
      return delete.executeUpdate();
    }
  }
}
