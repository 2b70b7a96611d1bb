package org.corridor.dev.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Load before anything is measured, until the rate no longer grows: the JVM compiles for minutes,
 * and what is measured meanwhile is the compiler. Steady means that the last minute differs little
 * from the minute before it.
 */
final class WarmUp {

  private static final Duration SLICE = Duration.ofSeconds(5);
  private static final int WINDOW = 12;

  private final double tolerance;
  private final Duration atMost;
  private final Report report;

  /**
   * @param tolerance how much two minutes may differ, as a fraction
   * @param atMost when to go on all the same; zero for no warm-up
   */
  WarmUp(double tolerance, Duration atMost, Report report) {
    this.tolerance = tolerance;
    this.atMost = atMost;
    this.report = report;
  }

  void run(String what, List<? extends LoadClient> clients) {
    var rates = new ArrayList<Double>();
    var left = atMost;
    while (!left.isZero() && !steady(rates)) {
      var slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      rates.add(ClosedLoop.run(clients, slice).perSecond());
      left = left.minus(slice);
    }
    if (!rates.isEmpty()) {
      report.say(
          "%-34s warm-up %d s: from %.0f/s to %.0f/s%s",
          what,
          atMost.minus(left).toSeconds(),
          rates.get(0),
          rates.get(rates.size() - 1),
          steady(rates) ? "" : " (not steady yet)");
    }
  }

  private boolean steady(List<Double> rates) {
    if (rates.size() < 2 * WINDOW) {
      return false;
    }
    var now = mean(rates.subList(rates.size() - WINDOW, rates.size()));
    var before = mean(rates.subList(rates.size() - 2 * WINDOW, rates.size() - WINDOW));
    return Math.abs(now - before) <= tolerance * before;
  }

  private static double mean(List<Double> rates) {
    return rates.stream().mapToDouble(rate -> rate).average().orElseThrow();
  }
}
