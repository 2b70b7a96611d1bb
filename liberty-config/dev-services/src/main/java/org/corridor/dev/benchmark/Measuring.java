package org.corridor.dev.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.corridor.dev.benchmark.ClosedLoop.Measured;
import org.corridor.dev.proof.FreshPlatform;

/** Measures workloads at saturation, in turns with a baseline, and what each has cost. */
final class Measuring {

  /** Load after a baseline that is not counted: the caches are the baseline's. */
  private static final Duration SETTLE = Duration.ofSeconds(3);

  /**
   * Workload and baseline take turns: what else the machine does changes within a minute by more
   * than the two differ.
   */
  private static final int TURNS = 3;

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
      profiler.prepare();
      checkpoint();
      ClosedLoop.open(clients);
      warmUp.run(workload.name(), clients);
      var figures = new EventFigures(platform.machine(), platform.baseUris());
      var turn = settings.measured().dividedBy(TURNS);
      var latencies = new ArrayList<Latencies>();
      var costs = Costs.NONE;
      var relayed = 0L;
      var recorded = 0;
      var reference = comparison.measure(turn);
      for (var nth = 1; nth <= TURNS; nth++) {
        ClosedLoop.run(clients, turn.compareTo(SETTLE) < 0 ? turn : SETTLE);
        if (nth == TURNS) {
          profiler.start();
        }
        var relayedBefore = figures.relayed();
        var start = meter.read();
        var done = ClosedLoop.latencies(clients, turn);
        costs = costs.plus(meter.read().since(start));
        relayed += figures.relayed() - relayedBefore;
        if (nth == TURNS) {
          profiler.stop(workload.name());
          recorded = Latencies.summary(done).count() * workload.each();
        }
        latencies.addAll(done);
        reference += comparison.measure(turn);
      }
      var seconds = turn.multipliedBy(TURNS);
      var measured = ClosedLoop.measured(latencies, seconds).times(workload.each());
      var transfers = (double) measured.latencies().count() * workload.each();
      report.row(
          workload.name(),
          measured.perSecond(),
          comparison.name(),
          reference / (TURNS + 1),
          measured.latencies());
      report.events(
          workload.name(), relayed * 1e9 / seconds.toNanos(), measured.perSecond(), figures);
      report.costs(
          workload.name(), costs.each(transfers, profiler.allocated() / (double) recorded));
      profiler.summary(recorded).forEach(line -> report.say("%s", line));
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

  /**
   * The next one comes by time, after what is measured. Pages are written to the log as a whole
   * when they are changed for the first time after one: that is over when the warm-up is, for each
   * workload alike, instead of in the midst of some row.
   */
  private void checkpoint() throws SQLException {
    try (var connection = platform.services().postgres().connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
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
