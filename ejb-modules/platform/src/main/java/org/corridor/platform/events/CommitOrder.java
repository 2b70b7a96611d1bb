package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Goes through the rows of a table in the order of their commits, by one replica at a time.
 *
 * <p>A transaction that took its position early may commit late, so "all rows after position n"
 * would skip it. Rows are therefore read in windows of transactions, {@code [low, high)}, whose
 * upper end is at most {@code pg_snapshot_xmin}: every transaction below it has ended. Inside a
 * window they go by position. After a backlog a window is no longer than it must be, since each
 * batch of it looks at all of its rows.
 *
 * <p>The table needs a column {@code xid} of its writing transaction, and an index on xid and
 * position. Where it stands is kept in {@code relay_cursor}.
 */
public final class CommitOrder {

  private static final String NEXT_WINDOW =
      "update relay_cursor set low = high, position = 0, high = coalesce("
          + " (select later.xid from $table later where later.xid >"
          + " (select nth.xid from $table nth where nth.xid >= high order by nth.xid"
          + " offset ? limit 1)"
          + " and later.xid < pg_snapshot_xmin(pg_current_snapshot()) order by later.xid limit 1),"
          + " pg_snapshot_xmin(pg_current_snapshot()))"
          + " where relay = ? and high < pg_snapshot_xmin(pg_current_snapshot())"
          + " and exists (select from $table"
          + " where xid >= high and xid < pg_snapshot_xmin(pg_current_snapshot()))";

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
  public record Window(String low, String high, long position) {}

  /**
   * @param name of the cursor; each name meets every row once
   * @param windowRows how many rows are to be in a window, beside the rest of a transaction
   */
  public CommitOrder(String name, String table, int windowRows) {
    this.name = name;
    this.table = table;
    this.windowRows = windowRows;
  }

  /**
   * Takes the cursor until the transaction ends; empty if another replica has it.
   *
   * @param connection does not commit by itself
   */
  public Optional<Window> lock(Connection connection) throws SQLException {
    ensureCursor(connection);
    try (var select =
        connection.prepareStatement(
            "select low::text, high::text, position from relay_cursor where relay = ?"
                + " for update skip locked")) {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Window(rows.getString(1), rows.getString(2), rows.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /**
   * Moves the window on, at most up to the oldest transaction that still runs; false if there are
   * no rows. To be called when the window that is locked has none left.
   */
  public boolean openNextWindow(Connection connection) throws SQLException {
    try (var update = connection.prepareStatement(NEXT_WINDOW.replace("$table", table))) {
      update.setInt(1, windowRows);
      update.setString(2, name);
      return update.executeUpdate() == 1;
    }
  }

  /** Says that all rows of the window up to the position are dealt with. */
  public void moveTo(Connection connection, long position) throws SQLException {
    try (var update =
        connection.prepareStatement("update relay_cursor set position = ? where relay = ?")) {
      update.setLong(1, position);
      update.setString(2, name);
      update.executeUpdate();
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
