package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/** What a workload is compared with, before it, between its turns and after it. */
interface Comparison {

  String name();

  /** A rate, as it is now. */
  double measure(Duration howLong) throws SQLException;

  /** What was measured earlier in this run. */
  record Earlier(String name, double perSecond) implements Comparison {

    @Override
    public double measure(Duration howLong) {
      return perSecond;
    }
  }
}
