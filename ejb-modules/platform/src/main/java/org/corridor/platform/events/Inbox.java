package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.jdbc.ArrayColumns;

/** Remembers which events a consumer has taken, in the transaction of what the event causes. */
public final class Inbox {

  /** No event comes again after this long, unless somebody sends it again on purpose. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final int MOST_AT_ONCE = 10_000;

  // in one order, so that no two who take the same events wait for each other
  private static final String TAKE =
      "insert into inbox (consumer, event_id) select ?, id from unnest(?::uuid[]) as new (id)"
          + " order by id on conflict do nothing returning event_id";

  private final String consumer;

  public Inbox(String consumer) {
    this.consumer = consumer;
  }

  /**
   * Takes events.
   *
   * @return those that were not taken before; the others must have no effect again
   */
  public Set<UUID> take(Connection connection, Collection<UUID> eventIds) {
    try (var insert = connection.prepareStatement(TAKE)) {
      insert.setString(1, consumer);
      ArrayColumns.bindIds(insert, 2, eventIds);
      var fresh = new HashSet<UUID>();
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    } catch (SQLException e) {
      throw new EventStoreFailure("cannot take events", e);
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
