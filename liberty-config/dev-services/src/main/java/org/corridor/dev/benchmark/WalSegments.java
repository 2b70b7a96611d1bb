package org.corridor.dev.benchmark;

import java.sql.SQLException;
import org.corridor.dev.PostgresServer;

/**
 * The files of the write-ahead log, as a server has them that has run for a while: a checkpoint
 * leaves those that are no longer needed to be written over. On a new server each file of 16 MB is
 * first filled with zeros, by whoever needs it, while all others wait.
 */
final class WalSegments {

  /** What PostgreSQL then keeps, whatever it was used for ({@code min_wal_size}). */
  static final String KEPT = "min_wal_size=12GB";

  private static final int SEGMENTS = 750;

  private WalSegments() {}

  static void make(PostgresServer postgres) throws SQLException {
    try (var connection = postgres.connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      for (var i = 0; i < SEGMENTS; i++) {
        // a file without a record would not be left
        statement.execute("select pg_logical_emit_message(false, 'benchmark', '')");
        statement.execute("select pg_switch_wal()");
      }
      statement.execute("checkpoint");
    }
  }
}
