package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/**
 * The transactions a second of pgbench's script, measured before and after each workload, since
 * what else the machine does changes from minute to minute. What was measured between two workloads
 * counts for both.
 */
final class Baseline implements Comparison {

  private final TpcbLike script;
  private final int clients;
  private final Duration howLong;
  private double last;

  Baseline(TpcbLike script, int clients, Duration howLong) {
    this.script = script;
    this.clients = clients;
    this.howLong = howLong;
  }

  @Override
  public String name() {
    return script.name();
  }

  /** Measured now, unless it was just after the workload before. */
  @Override
  public double before() throws SQLException {
    return last > 0 ? last : measure();
  }

  @Override
  public double after() throws SQLException {
    return measure();
  }

  private double measure() throws SQLException {
    last = script.measure(clients, howLong);
    return last;
  }
}
