package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.corridor.kernel.EventEnvelope;

/**
 * Carries stored events to a publisher: at least once, in commit order, by one replica at a time.
 *
 * <p>A transaction that took its position early may commit late, so "all rows after position n"
 * would skip it. The relay therefore reads windows of transactions, {@code [low, high)}, whose
 * upper end is {@code pg_snapshot_xmin}: every transaction below it has ended. Inside a window it
 * goes by position, which keeps the order of every stream, since a stream's next event is only
 * written by one who has seen the one before committed.
 */
public final class EventRelay {

  private final String name;
  private final DataSource dataSource;
  private final EventStore store;
  private final EventPublisher publisher;
  private final int batchSize;

  /**
   * @param name of the cursor; each name carries every event once
   * @param dataSource must hand out connections that commit by themselves, outside of JTA
   */
  public EventRelay(
      String name,
      DataSource dataSource,
      EventStore store,
      EventPublisher publisher,
      int batchSize) {
    this.name = name;
    this.dataSource = dataSource;
    this.store = store;
    this.publisher = publisher;
    this.batchSize = batchSize;
  }

  /**
   * Carries one batch.
   *
   * @return how many events were handed on; 0 also when another replica is at it
   */
  public int relayOnce() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      var before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        var sent = relay(connection);
        connection.commit();
        return sent;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(before);
      }
    }
  }

  private int relay(Connection connection) throws SQLException {
    ensureCursor(connection);
    var cursor = lockCursor(connection);
    if (cursor == null) {
      return 0;
    }
    var batch = read(connection, cursor);
    if (batch.events().isEmpty()) {
      return openNextWindow(connection) ? relay(connection) : 0;
    }
    publisher.publish(batch.events());
    moveTo(connection, batch.lastPosition());
    return batch.events().size();
  }

  private void ensureCursor(Connection connection) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into relay_cursor (relay, low, high, position)"
                + " values (?, '0', '0', 0) on conflict do nothing")) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
  }

  private Window lockCursor(Connection connection) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select low::text, high::text, position from relay_cursor where relay = ?"
                + " for update skip locked")) {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        return rows.next()
            ? new Window(rows.getString(1), rows.getString(2), rows.getLong(3))
            : null;
      }
    }
  }

  private Batch read(Connection connection, Window window) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select "
                + EventStore.COLUMNS
                + " from event where xid >= ?::xid8 and xid < ?::xid8 and position > ?"
                + " order by position limit ?")) {
      select.setString(1, window.low());
      select.setString(2, window.high());
      select.setLong(3, window.position());
      select.setInt(4, batchSize);
      var events = new ArrayList<EventEnvelope>();
      var last = window.position();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(store.envelope(rows));
          last = rows.getLong("position");
        }
      }
      return new Batch(events, last);
    }
  }

  /**
   * Moves the window up to the oldest transaction that still runs; false if that is where it ends.
   */
  private boolean openNextWindow(Connection connection) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update relay_cursor set low = high,"
                + " high = pg_snapshot_xmin(pg_current_snapshot()), position = 0"
                + " where relay = ? and high < pg_snapshot_xmin(pg_current_snapshot())"
                + " and exists (select from event where xid >= high"
                + " and xid < pg_snapshot_xmin(pg_current_snapshot()))")) {
      update.setString(1, name);
      return update.executeUpdate() == 1;
    }
  }

  private void moveTo(Connection connection, long position) throws SQLException {
    try (var update =
        connection.prepareStatement("update relay_cursor set position = ? where relay = ?")) {
      update.setLong(1, position);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  private record Window(String low, String high, long position) {}

  private record Batch(List<EventEnvelope> events, long lastPosition) {}
}
