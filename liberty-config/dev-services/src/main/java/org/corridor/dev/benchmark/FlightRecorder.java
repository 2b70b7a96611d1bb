package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records what JVMs do while a workload runs, by the JDK's own {@code jcmd} and flight recorder.
 */
final class FlightRecorder {

  private static final String NAME = "name=corridor-benchmark";
  private static final String ALLOCATIONS = "jdk.ThreadAllocationStatistics";

  /** That event alone, at the beginning and the end: costs nothing. */
  private static final List<String> ALLOCATIONS_ONLY =
      List.of(
          "settings=none",
          "+" + ALLOCATIONS + "#enabled=true",
          "+" + ALLOCATIONS + "#period=everyChunk");

  private final List<Long> machines;
  private final Path directory;
  private final boolean profiling;

  /**
   * @param machines process ids
   * @param profiling whether to record where the time goes, too
   */
  FlightRecorder(List<Long> machines, Path directory, boolean profiling) {
    this.machines = List.copyOf(machines);
    this.directory = directory.toAbsolutePath();
    this.profiling = profiling;
  }

  /**
   * The first recording of a JVM defines classes of the JDK anew, and throws away what was compiled
   * of all that uses them: so there is one before all is warm.
   */
  void prepare() {
    start();
    for (var machine : machines) {
      jcmd(machine, "JFR.stop", List.of());
    }
  }

  void start() {
    var settings = profiling ? List.of("settings=profile") : ALLOCATIONS_ONLY;
    for (var machine : machines) {
      jcmd(machine, "JFR.start", settings);
    }
  }

  /** A file of each JVM. */
  List<Path> stop(String workload) {
    var files = new ArrayList<Path>();
    for (var machine : machines) {
      var file = directory.resolve(workload + "-" + (files.size() + 1) + ".jfr");
      jcmd(machine, "JFR.stop", List.of("filename=" + file));
      files.add(file);
    }
    return files;
  }

  /** Bytes on the heap, by the threads that lived when the recording ended. */
  static long allocated(Path file) {
    var first = new HashMap<Long, Long>();
    var last = new HashMap<Long, Long>();
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        var event = recording.readEvent();
        if (event.getEventType().getName().equals(ALLOCATIONS)
            && event.getThread("thread") != null) {
          var thread = event.getThread("thread").getId();
          var bytes = event.getLong("allocated");
          first.merge(thread, bytes, Math::min);
          last.merge(thread, bytes, Math::max);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return last.entrySet().stream()
        .mapToLong(thread -> thread.getValue() - first.get(thread.getKey()))
        .sum();
  }

  private static void jcmd(long machine, String command, List<String> options) {
    var whole = new ArrayList<String>();
    whole.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    whole.addAll(List.of(Long.toString(machine), command, NAME));
    whole.addAll(options);
    try {
      Path output = Files.createTempFile("jcmd", ".txt");
      try {
        var process =
            new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
          throw new IllegalStateException(
              "jcmd " + command + ": " + Files.readString(output, StandardCharsets.UTF_8));
        }
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while jcmd ran", e);
    }
  }
}
