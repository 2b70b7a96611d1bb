package org.corridor.platform.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Goes through the rows of a table in the order of their commits, by one replica at a time.
 *
 * <p>A transaction that took its position early may commit late, so "all rows after position n"
 * would skip it. Rows are therefore read in windows of transactions, {@code [low, high)}, whose
 * upper end is {@code pg_snapshot_xmin}: every transaction below it has ended. Inside a window they
 * go by position.
 *
 * <p>The table needs a column {@code xid} of its writing transaction, and an index on xid and
 * position. Where it stands is kept in {@code relay_cursor}.
 */
public final class CommitOrder {

  private final String name;
  private final String table;

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
   */
  public CommitOrder(String name, String table) {
    this.name = name;
    this.table = table;
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
   * Moves the window up to the oldest transaction that still runs; false if there are no rows. To
   * be called when the window that is locked has none left.
   */
  public boolean openNextWindow(Connection connection) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update relay_cursor set low = high,"
                + " high = pg_snapshot_xmin(pg_current_snapshot()), position = 0"
                + " where relay = ? and high < pg_snapshot_xmin(pg_current_snapshot())"
                + " and exists (select from "
                + table
                + " where xid >= high and xid < pg_snapshot_xmin(pg_current_snapshot()))")) {
      update.setString(1, name);
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
