package org.corridor.account.infrastructure.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the rows of a query one after the other, a few thousand in memory, and can look ahead. */
final class Cursor<T> implements AutoCloseable {

  private static final int FETCH_SIZE = 5_000;

  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final PreparedStatement select;
  private final ResultSet rows;
  private final RowReader<T> reader;
  private T next;

  /**
   * @param connection within a transaction: otherwise the driver would read all rows at once
   */
  Cursor(Connection connection, String sql, RowReader<T> reader) throws SQLException {
    this.reader = reader;
    select = connection.prepareStatement(sql);
    try {
      select.setFetchSize(FETCH_SIZE);
      rows = select.executeQuery();
      advance();
    } catch (SQLException e) {
      select.close();
      throw e;
    }
  }

  /** The next row, which stays; null at the end. */
  T peek() {
    return next;
  }

  /** The next row; null at the end. */
  T take() throws SQLException {
    var taken = next;
    advance();
    return taken;
  }

  @Override
  public void close() throws SQLException {
    select.close();
  }

  private void advance() throws SQLException {
    next = rows.next() ? reader.read(rows) : null;
  }
}
