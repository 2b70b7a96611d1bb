package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.corridor.dev.PostgresServer;

/** What PostgreSQL counts of its statements: the extension {@code pg_stat_statements}. */
final class Statements {

  private static final int LONGEST = 110;

  private static final String COSTLIEST =
      """
      select datname, calls, total_exec_time, rows, wal_bytes, query
        from pg_stat_statements join pg_database on pg_database.oid = dbid
       order by total_exec_time desc limit 20""";

  private final PostgresServer postgres;

  Statements(PostgresServer postgres) {
    this.postgres = postgres;
  }

  void reset() throws SQLException {
    try (var connection = postgres.connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    }
  }

  /**
   * @param count how many things were done since the reset
   */
  List<String> summary(int count) throws SQLException {
    var lines = new ArrayList<String>();
    lines.add("  statements: us each   calls each   rows each   WAL each");
    try (var connection = postgres.connectAsSuperuser("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(COSTLIEST)) {
      while (rows.next()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %18.1f %12.3f %11.2f %10.0f   %s: %s",
                rows.getDouble("total_exec_time") * 1000 / count,
                rows.getDouble("calls") / count,
                rows.getDouble("rows") / count,
                rows.getDouble("wal_bytes") / count,
                rows.getString("datname"),
                shortened(rows.getString("query"))));
      }
    }
    return lines;
  }

  private static String shortened(String query) {
    var line = query.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
