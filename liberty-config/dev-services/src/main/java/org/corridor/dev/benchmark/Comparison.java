package org.corridor.dev.benchmark;

import java.sql.SQLException;

/** What a workload is compared with: a rate before it and a rate after it. */
interface Comparison {

  String name();

  double before() throws SQLException;

  double after() throws SQLException;

  /** What was measured earlier in this run. */
  record Earlier(String name, double perSecond) implements Comparison {

    @Override
    public double before() {
      return perSecond;
    }

    @Override
    public double after() {
      return perSecond;
    }
  }
}
