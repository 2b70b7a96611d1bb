package org.corridor.dev.benchmark;

import java.time.Duration;
import java.util.List;
import org.corridor.dev.benchmark.OpenLoop.Measured;

/**
 * What becomes of a workload at a given multiple of the rate at which it saturates: requests come
 * whether the platform keeps up or not.
 */
final class LoadCurve {

  /** How late a request may be sent; after that whoever wanted it has gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final double HALF = 0.5;
  private static final List<Double> STEPS = List.of(0.5, 1.0, 2.0, 3.0);

  private final Settings settings;
  private final Report report;
  private final Workload workload;
  private final double saturated;

  /**
   * @param saturated its rate at saturation
   */
  LoadCurve(Settings settings, Report report, Workload workload, double saturated) {
    this.settings = settings;
    this.report = report;
    this.workload = workload;
    this.saturated = saturated;
  }

  /** Adds the row of half of the saturating load. */
  void half(String name) {
    var clients = open();
    try {
      warmUp(clients);
      var measured = run(clients, HALF);
      report.row(
          name, measured.perSecond(measured.inTime()), workload.name(), saturated, measured.done());
      if (measured.done().count() < measured.offered()) {
        report.say(
            "%-34s of %d: refused %d, failed %d, given up %d",
            "",
            measured.offered(),
            measured.refused().count(),
            measured.failed(),
            measured.givenUp());
      }
    } finally {
      ClosedLoop.close(clients);
    }
  }

  /** Prints the curve up to three times the saturating load, and adds the row of that. */
  void overload(String name) {
    var clients = open();
    try {
      report.say(
          "  offered/s   done/s  503/s  failed/s  given up/s  p50 ms  p99 ms  p99 of 503, ms");
      warmUp(clients);
      Measured last = null;
      for (var step : STEPS) {
        last = run(clients, step);
        line(last, "");
      }
      report.row(name, last.perSecond(last.inTime()), workload.name(), saturated, last.done());
      line(run(clients, HALF), "   right after");
    } finally {
      ClosedLoop.close(clients);
    }
  }

  private List<HttpLoadClient> open() {
    var clients = workload.clients(settings.openClients());
    ClosedLoop.open(clients);
    return clients;
  }

  /** What was compiled for full load is compiled once more: groups are small now. */
  private void warmUp(List<HttpLoadClient> clients) {
    run(clients, HALF);
  }

  private Measured run(List<HttpLoadClient> clients, double times) {
    return new OpenLoop(clients, saturated * times, PATIENCE).run(settings.measured());
  }

  private void line(Measured measured, String remark) {
    report.say(
        "  %9.0f %8.0f %6.0f %9.0f %11.0f %7.1f %7.1f %15.1f%s",
        measured.perSecond(measured.offered()),
        measured.perSecond(measured.inTime()),
        measured.perSecond(measured.refused().count()),
        measured.perSecond(measured.failed()),
        measured.perSecond(measured.givenUp()),
        measured.done().p50Nanos() / 1e6,
        measured.done().p99Nanos() / 1e6,
        measured.refused().p99Nanos() / 1e6,
        remark);
  }
}
