package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import org.corridor.dev.benchmark.ClosedLoop.Measured;

/** Measures workloads at saturation, each between two baselines, and what each has cost. */
final class Measuring {

  /** Load after a baseline that is not counted: the caches are the baseline's. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private final Settings settings;
  private final Baseline baseline;
  private final Meter meter;
  private final Profiler profiler;
  private final Report report;
  private final WarmUp warmUp;

  Measuring(Settings settings, Baseline baseline, Meter meter, Profiler profiler, Report report) {
    this.settings = settings;
    this.baseline = baseline;
    this.meter = meter;
    this.profiler = profiler;
    this.report = report;
    this.warmUp = new WarmUp(settings.steady(), settings.warmUp(), report);
  }

  /** Adds the workload's row to the report. */
  Measured saturated(Workload workload) throws SQLException {
    var clients = workload.clients(settings.clients());
    try {
      ClosedLoop.open(clients);
      warmUp.run(workload.name(), clients);
      var before = baseline.before();
      ClosedLoop.run(
          clients, settings.measured().compareTo(SETTLE) < 0 ? settings.measured() : SETTLE);
      profiler.start();
      var start = meter.read();
      var measured = ClosedLoop.run(clients, settings.measured());
      var costs = meter.read().since(start);
      profiler.stop(workload.name());
      var summary = profiler.summary(measured.latencies().count());
      var reference = (before + baseline.after()) / 2;
      report.row(
          workload.name(), measured.perSecond(), baseline.name(), reference, measured.latencies());
      report.costs(workload.name(), costs.each(measured.latencies().count(), profiler.allocated()));
      summary.forEach(line -> report.say("%s", line));
      return measured;
    } finally {
      ClosedLoop.close(clients);
    }
  }
}
