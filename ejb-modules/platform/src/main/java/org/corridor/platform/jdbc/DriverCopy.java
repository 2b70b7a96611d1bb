package org.corridor.platform.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/**
 * The one place that needs the driver's own interface: JDBC has no words for {@code COPY}. The
 * class is only used where the driver can be seen.
 */
final class DriverCopy {

  private static final String CONNECTION_FAILURE = "08006";

  private DriverCopy() {}

  /** Gives the number of rows that were written. */
  static long copy(Connection connection, String sql, CopyRows rows) throws SQLException {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, ByteStreamWriter.of(rows.bytes()));
    } catch (IOException e) {
      throw new SQLException("cannot write to the database", CONNECTION_FAILURE, e);
    }
  }
}
