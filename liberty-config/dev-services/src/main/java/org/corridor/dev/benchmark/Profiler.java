package org.corridor.dev.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.corridor.dev.PostgresServer;

/**
 * Flight recordings of the servers while a workload is measured, and PostgreSQL's statistics of its
 * statements. What shows where the time goes costs some of it, and is off unless asked for; what
 * the servers allocate is always recorded.
 */
final class Profiler {

  private final FlightRecorder recorder;
  private final Statements statements;
  private final boolean profiling;
  private List<Path> recordings = List.of();

  Profiler(FlightRecorder recorder, PostgresServer postgres, boolean profiling) {
    this.recorder = recorder;
    this.statements = new Statements(postgres);
    this.profiling = profiling;
  }

  /** Before the warm-up. */
  void prepare() {
    recorder.prepare();
  }

  void start() throws SQLException {
    if (profiling) {
      statements.reset();
    }
    recorder.start();
  }

  void stop(String workload) {
    recordings = recorder.stop(workload);
  }

  /** In all servers together, in bytes, from start to stop. */
  long allocated() {
    return recordings.stream().mapToLong(FlightRecorder::allocated).sum();
  }

  /**
   * Where the time went, for people; nothing if it was not asked for.
   *
   * @param count how many things were done meanwhile
   */
  List<String> summary(int count) throws SQLException {
    if (!profiling) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    recordings.forEach(recording -> lines.addAll(RecordingSummary.of(recording)));
    lines.addAll(statements.summary(count));
    return lines;
  }
}
