package org.corridor.account.infrastructure.audit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A transaction that sees the whole ledger as of one moment and writes nothing. It has no
 * transaction id, so neither events nor seals wait for its end; but as long as it lasts, PostgreSQL
 * keeps all older versions of rows.
 */
final class Snapshot implements AutoCloseable {

  /** Sorting a large ledger may take minutes before there is a first row. */
  private static final int NETWORK_TIMEOUT_MILLISECONDS = 3_600_000;

  private final Connection connection;
  private final int networkTimeout;

  private Snapshot(Connection connection) throws SQLException {
    this.connection = connection;
    this.networkTimeout = connection.getNetworkTimeout();
  }

  static Snapshot of(DataSource dataSource) throws SQLException {
    var snapshot = new Snapshot(dataSource.getConnection());
    try {
      snapshot.begin();
      return snapshot;
    } catch (SQLException e) {
      snapshot.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, networkTimeout);
    }
  }

  private void begin() throws SQLException {
    connection.setAutoCommit(false);
    connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLISECONDS);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      statement.execute("set local work_mem = '64MB'");
    }
  }
}
