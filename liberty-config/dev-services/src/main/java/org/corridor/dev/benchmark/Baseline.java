package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/** The transactions a second of pgbench's script. */
record Baseline(TpcbLike script, int clients) implements Comparison {

  @Override
  public String name() {
    return script.name();
  }

  @Override
  public double measure(Duration howLong) throws SQLException {
    return script.measure(clients, howLong);
  }
}
