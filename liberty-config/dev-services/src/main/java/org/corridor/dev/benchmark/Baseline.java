package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/**
 * The transactions a second of pgbench's script, measured before and after each workload, since
 * what else the machine does changes from minute to minute. What was measured between two workloads
 * counts for both.
 */
final class Baseline {

  private final TpcbLike script;
  private final int clients;
  private final Duration howLong;
  private double last;

  Baseline(TpcbLike script, int clients, Duration howLong) {
    this.script = script;
    this.clients = clients;
    this.howLong = howLong;
  }

  String name() {
    return script.name();
  }

  /** Before the next workload; measured now, unless it was just after the one before. */
  double before() throws SQLException {
    return last > 0 ? last : measure();
  }

  double after() throws SQLException {
    return measure();
  }

  private double measure() throws SQLException {
    last = script.measure(clients, howLong);
    return last;
  }
}
