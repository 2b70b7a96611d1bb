package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints each row as it is measured, and writes them as CSV. */
final class Report {

  private final PrintStream out;
  private final Path file;
  private final Path costsFile;
  private final List<String> rows = new ArrayList<>();
  private final List<String> costs = new ArrayList<>();

  /**
   * @param file the costs go into another beside it
   */
  Report(PrintStream out, Path file) {
    this.out = out;
    this.file = file.toAbsolutePath();
    this.costsFile =
        this.file.resolveSibling(file.getFileName().toString().replace(".csv", "-costs.csv"));
    rows.add("workload,per_second,baseline,baseline_per_second,ratio,p50_ms,p99_ms");
    costs.add(
        "workload,server_cpu_us,postgres_cpu_us,generator_cpu_us,wal_bytes,server_heap_bytes");
  }

  /**
   * A row of the table.
   *
   * @param baseline what {@code perSecond} is compared with, and its rate
   */
  void row(
      String workload,
      double perSecond,
      String baseline,
      double baselinePerSecond,
      Latencies.Summary latencies) {
    var ratio = perSecond / baselinePerSecond;
    rows.add(
        String.format(
            Locale.ROOT,
            "%s,%.0f,%s,%.0f,%.2f,%.1f,%.1f",
            workload,
            perSecond,
            baseline,
            baselinePerSecond,
            ratio,
            milliseconds(latencies.p50Nanos()),
            milliseconds(latencies.p99Nanos())));
    say(
        "%-34s %6.0f/s   %s %6.0f/s   ratio %.2f   p50 %.1f ms   p99 %.1f ms",
        workload,
        perSecond,
        baseline,
        baselinePerSecond,
        ratio,
        milliseconds(latencies.p50Nanos()),
        milliseconds(latencies.p99Nanos()));
  }

  /**
   * The events of a workload, as a row of its own: how many were handed on, how many for each thing
   * done, and how long after they had happened.
   */
  void events(String workload, double perSecond, double done, EventFigures figures) {
    var name = workload + "-events";
    rows.add(
        String.format(
            Locale.ROOT,
            "%s,%.0f,%s,%.0f,%.2f,%.1f,%.1f",
            name,
            perSecond,
            workload,
            done,
            perSecond / done,
            milliseconds(figures.relayLag("0.5").toNanos()),
            milliseconds(figures.relayLag("0.99").toNanos())));
    say(
        "%-34s %6.0f/s events handed on, p99 %.1f ms after they happened; taken p99 %.1f ms after",
        name,
        perSecond,
        milliseconds(figures.relayLag("0.99").toNanos()),
        milliseconds(figures.takenLag("0.99").toNanos()));
  }

  /**
   * Events that have left as fast as they could, as a row: beside how many things were done a
   * second while they were held back.
   */
  void drained(String name, double perSecond, String workload, double done) {
    rows.add(
        String.format(
            Locale.ROOT,
            "%s,%.0f,%s,%.0f,%.2f,,",
            name,
            perSecond,
            workload,
            done,
            perSecond / done));
    say(
        "%-34s %6.0f/s events handed on; %s while they were held back %.0f/s",
        name, perSecond, workload, done);
  }

  /** What one of the things done by a workload has cost. */
  void costs(String workload, Costs.Each each) {
    costs.add(
        String.format(
            Locale.ROOT,
            "%s,%.0f,%.0f,%.0f,%.0f,%.0f",
            workload,
            each.server(),
            each.postgres(),
            each.generator(),
            each.wal(),
            each.heap()));
    say(
        "%-34s each: CPU of server %.0f us, PostgreSQL %.0f us, generator %.0f us; WAL %.0f bytes;"
            + " heap %.0f bytes",
        "", each.server(), each.postgres(), each.generator(), each.wal(), each.heap());
  }

  /** A line for people only. */
  void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** The rows so far. */
  void write() {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, rows);
      Files.write(costsFile, costs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void sayWhere() {
    out.println("written to " + file + " and " + costsFile);
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / 1e6;
  }
}
