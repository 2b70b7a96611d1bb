package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Goes through the rows of a table in the order of their commits, by one replica at a time.
 *
 * <p>A transaction that took its position early may commit late, so "all rows after position n"
 * would skip it. Rows are therefore read in windows of transactions, {@code [low, high)}, whose
 * upper end is at most {@code pg_snapshot_xmin}: every transaction below it has ended. Inside a
 * window they go by position. After a backlog a window is no longer than it must be, since it is
 * put in order as a whole.
 *
 * <p>The table needs a column {@code xid} of its writing transaction, and an index on it. Where it
 * stands is kept in {@code relay_cursor}.
 */
public final class CommitOrder {

  // reads only, so that it takes no transaction id, and its commit waits for no disk
  private static final String IS_BEHIND =
      "select low <> high or exists (select from $table"
          + " where xid >= high and xid < pg_snapshot_xmin(pg_current_snapshot()))"
          + " from relay_cursor where relay = ?";
  private static final String NEXT_WINDOW =
      "update relay_cursor set low = high, position = 0, high = coalesce("
          + " (select later.xid from $table later where later.xid >"
          + " (select nth.xid from $table nth where nth.xid >= high order by nth.xid"
          + " offset ? limit 1)"
          + " and later.xid < pg_snapshot_xmin(pg_current_snapshot()) order by later.xid limit 1),"
          + " pg_snapshot_xmin(pg_current_snapshot()))"
          + " where relay = ? and high < pg_snapshot_xmin(pg_current_snapshot())"
          + " and exists (select from $table"
          + " where xid >= high and xid < pg_snapshot_xmin(pg_current_snapshot()))"
          + " returning low::text, high::text, position";

  private final String name;
  private final String table;
  private final int windowRows;

  /**
   * A window of transactions.
   *
   * @param low the first
   * @param high the first that is not in it
   * @param position of the last row of the window that was dealt with
   */
  public record Window(String low, String high, long position) {

    /** Whether all of its rows are dealt with. */
    public boolean isFinished() {
      return low.equals(high);
    }
  }

  /**
   * @param name of the cursor; each name meets every row once
   * @param windowRows how many rows are to be in a window, beside the rest of a transaction
   */
  public CommitOrder(String name, String table, int windowRows) {
    this.name = name;
    this.table = table;
    this.windowRows = windowRows;
  }

  /** Whether there is something to be dealt with; takes no lock. */
  public boolean isBehind(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(IS_BEHIND.replace("$table", table))) {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        // without a cursor nothing was ever dealt with
        return !rows.next() || rows.getBoolean(1);
      }
    }
  }

  /**
   * Takes the cursor until the transaction ends, and gives the window that it stands in: the next
   * one, if that is finished and there is a next one. Empty if another replica has the cursor.
   *
   * @param connection does not commit by itself
   */
  public Optional<Window> lock(Connection connection) throws SQLException {
    ensureCursor(connection);
    Optional<Window> window;
    try (var select =
        connection.prepareStatement(
            "select low::text, high::text, position from relay_cursor where relay = ?"
                + " for update skip locked")) {
      select.setString(1, name);
      window = window(select);
    }
    return window.isPresent() && window.get().isFinished()
        ? next(connection).or(() -> window)
        : window;
  }

  /** At most up to the oldest transaction that still runs. */
  private Optional<Window> next(Connection connection) throws SQLException {
    try (var update = connection.prepareStatement(NEXT_WINDOW.replace("$table", table))) {
      update.setInt(1, windowRows);
      update.setString(2, name);
      return window(update);
    }
  }

  private static Optional<Window> window(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new Window(rows.getString(1), rows.getString(2), rows.getLong(3)))
          : Optional.empty();
    }
  }

  /** Says that the rows of the window up to the position are dealt with; gives what is left. */
  public Window moveTo(Connection connection, Window window, long position) throws SQLException {
    return store(connection, new Window(window.low(), window.high(), position));
  }

  /** Says that all rows of the window are dealt with. */
  public void finish(Connection connection, Window window) throws SQLException {
    store(connection, new Window(window.high(), window.high(), 0));
  }

  private Window store(Connection connection, Window window) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update relay_cursor set low = ?::xid8, high = ?::xid8, position = ?"
                + " where relay = ?")) {
      update.setString(1, window.low());
      update.setString(2, window.high());
      update.setLong(3, window.position());
      update.setString(4, name);
      update.executeUpdate();
      return window;
    }
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
}
