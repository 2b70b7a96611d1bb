package org.corridor.dev.benchmark;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.PostgresServer;

/** Reads what the servers and the generator have used so far. */
final class Meter {

  private final PostgresServer postgres;
  private final ProcessTree database;
  private final List<ProcessTree> servers;

  Meter(PostgresServer postgres, List<LibertyServer> servers) {
    this.postgres = postgres;
    this.database = new ProcessTree(postgres.pid());
    this.servers = servers.stream().map(server -> new ProcessTree(server.pid())).toList();
  }

  Costs read() throws SQLException {
    return new Costs(
        servers.stream().map(ProcessTree::cpu).reduce(Duration.ZERO, Duration::plus),
        database.cpu(),
        generatorCpu(),
        wal());
  }

  /** Of this JVM alone: the servers are its children. */
  private static Duration generatorCpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(system.getProcessCpuTime());
  }

  private long wal() throws SQLException {
    try (var connection = postgres.connectAsSuperuser("postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
      row.next();
      return row.getBigDecimal(1).longValueExact();
    }
  }
}
