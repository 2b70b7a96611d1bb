package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int WINDOW_BATCHES = 8;

  // in no order: they are sorted here, so that the database need not keep them until all are read
  private static final String READ =
      "select "
          + EventStore.COLUMNS
          + " from event where xid >= ?::xid8 and xid < ?::xid8 and position > ?";

  private final CommitOrder order;
  private final DataSource dataSource;
  private final EventStore store;
  private final EventPublisher publisher;
  private final int batchSize;
  // read and not yet handed on; good for as long as nobody else moves the cursor
  private Rest rest = new Rest(null, List.of());

  private record Stored(long position, EventEnvelope envelope) {}

  private record Rest(CommitOrder.Window window, List<Stored> events) {}

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
   * Carries one batch. To be called by one thread.
   *
   * @return how many events were handed on; 0 also when another replica is at it
   */
  public int relayOnce() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      if (!order.isBehind(connection)) {
        return 0;
      }
      var before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        waitForNoDisk(connection);
        var window = order.lock(connection);
        return window.isPresent() ? relay(connection, window.get()) : 0;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(before);
      }
    }
  }

  /**
   * If the database crashes it may forget where the relay stood: events are handed on once more
   * then, and their consumers know them.
   */
  private static void waitForNoDisk(Connection connection) throws SQLException {
    try (var set = connection.createStatement()) {
      set.execute("set local synchronous_commit = off");
    }
  }

  /** Whether so many events are a whole batch, so that more may wait. */
  boolean isFull(int events) {
    return events >= batchSize;
  }

  private int relay(Connection connection, CommitOrder.Window window) throws SQLException {
    var events = window.equals(rest.window()) ? rest.events() : read(connection, window);
    var size = Math.min(batchSize, events.size());
    if (size > 0) {
      publisher.publish(events.subList(0, size).stream().map(Stored::envelope).toList());
    }
    if (size < events.size()) {
      var left = order.moveTo(connection, window, events.get(size - 1).position());
      connection.commit();
      rest = new Rest(left, events.subList(size, events.size()));
    } else {
      order.finish(connection, window);
      connection.commit();
      rest = new Rest(null, List.of());
    }
    return size;
  }

  private List<Stored> read(Connection connection, CommitOrder.Window window) throws SQLException {
    try (var select = connection.prepareStatement(READ)) {
      select.setString(1, window.low());
      select.setString(2, window.high());
      select.setLong(3, window.position());
      var events = new ArrayList<Stored>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(new Stored(rows.getLong("position"), store.envelope(rows)));
        }
      }
      events.sort(Comparator.comparingLong(Stored::position));
      return events;
    }
  }
}
