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
 * <p>{@link CommitOrder} keeps the order of every stream, since a stream's next event is only
 * written by one who has seen the one before committed.
 */
public final class EventRelay {

  private static final int WINDOW_BATCHES = 20;

  // the ids first, from the index: sorting whole rows of a long window for each batch of it costs
  // most
  private static final String READ =
      "select "
          + EventStore.COLUMNS
          + " from event where position in (select position from event"
          + " where xid >= ?::xid8 and xid < ?::xid8 and position > ?"
          + " order by position limit ?) order by position";

  private final CommitOrder order;
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
    this.order = new CommitOrder(name, "event", WINDOW_BATCHES * batchSize);
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

  /** Whether so many events are a whole batch, so that more may wait. */
  boolean isFull(int events) {
    return events >= batchSize;
  }

  private int relay(Connection connection) throws SQLException {
    var window = order.lock(connection);
    if (window.isEmpty()) {
      return 0;
    }
    var batch = read(connection, window.get());
    if (batch.events().isEmpty()) {
      return order.openNextWindow(connection) ? relay(connection) : 0;
    }
    publisher.publish(batch.events());
    order.moveTo(connection, batch.lastPosition());
    return batch.events().size();
  }

  private Batch read(Connection connection, CommitOrder.Window window) throws SQLException {
    try (var select = connection.prepareStatement(READ)) {
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

  private record Batch(List<EventEnvelope> events, long lastPosition) {}
}
