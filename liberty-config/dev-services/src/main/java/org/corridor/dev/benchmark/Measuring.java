package org.corridor.dev.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.corridor.dev.benchmark.ClosedLoop.Measured;
import org.corridor.dev.proof.FreshPlatform;

/** Measures workloads at saturation, each between two baselines, and what each has cost. */
final class Measuring {

  /** Load after a baseline that is not counted: the caches are the baseline's. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private final Settings settings;
  private final FreshPlatform platform;
  private final Path directory;
  private final Report report;
  private final WarmUp warmUp;

  /**
   * @param directory for recordings
   */
  Measuring(Settings settings, FreshPlatform platform, Path directory, Report report) {
    this.settings = settings;
    this.platform = platform;
    this.directory = directory;
    this.report = report;
    this.warmUp = new WarmUp(settings.steady(), settings.warmUp(), report);
  }

  /** Adds the workload's row to the report. */
  Measured saturated(Workload workload, Comparison comparison) throws SQLException {
    var meter = new Meter(platform.services().postgres(), platform.servers());
    var profiler = profiler();
    var clients = workload.clients(settings.clients());
    try {
      ClosedLoop.open(clients);
      warmUp.run(workload.name(), clients);
      var before = comparison.before();
      ClosedLoop.run(
          clients, settings.measured().compareTo(SETTLE) < 0 ? settings.measured() : SETTLE);
      profiler.start();
      var figures = new EventFigures(platform.machine(), platform.baseUris());
      var relayed = figures.relayed();
      var start = meter.read();
      var measured = ClosedLoop.run(clients, settings.measured()).times(workload.each());
      var costs = meter.read().since(start);
      profiler.stop(workload.name());
      var events = (figures.relayed() - relayed) / (double) settings.measured().toSeconds();
      var transfers = measured.latencies().count() * workload.each();
      var summary = profiler.summary(transfers);
      var reference = (before + comparison.after()) / 2;
      report.row(
          workload.name(),
          measured.perSecond(),
          comparison.name(),
          reference,
          measured.latencies());
      report.events(workload.name(), events, measured.perSecond(), figures);
      report.costs(workload.name(), costs.each(transfers, profiler.allocated()));
      summary.forEach(line -> report.say("%s", line));
      new Backlog(platform.services().postgres(), report).clear();
      return measured;
    } finally {
      ClosedLoop.close(clients);
    }
  }

  /**
   * Adds a row for events that leave as fast as they can: those of a time of load in which they
   * were held back.
   *
   * @param workload that makes them, warm
   */
  void eventBacklog(String name, Workload workload) throws SQLException {
    var backlog = new Backlog(platform.services().postgres(), report);
    var figures = new EventFigures(platform.machine(), platform.baseUris());
    var meter = new Meter(platform.services().postgres(), platform.servers());
    var clients = workload.clients(settings.clients());
    backlog.await();
    Measured made;
    var held = backlog.hold();
    try {
      ClosedLoop.open(clients);
      made = ClosedLoop.run(clients, settings.measured()).times(workload.each());
    } finally {
      held.close();
      ClosedLoop.close(clients);
    }
    var relayed = figures.relayed();
    var start = meter.read();
    var took = backlog.await();
    var costs = meter.read().since(start);
    var events = figures.relayed() - relayed;
    report.drained(name, events / (took.toNanos() / 1e9), workload.name(), made.perSecond());
    report.costs(name, costs.each((double) events, 0));
  }

  private Profiler profiler() {
    var machines =
        platform.servers().stream().map(server -> new ProcessTree(server.pid()).jvm()).toList();
    return new Profiler(
        new FlightRecorder(machines, directory, settings.profile()),
        platform.services().postgres(),
        settings.profile());
  }
}
