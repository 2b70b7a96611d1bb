package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * The samples of a flight recording, added up: by stage, by method, and what was allocated. Time in
 * the kernel is not among them.
 */
final class RecordingSummary {

  private static final int SHOWN = 15;

  private final Map<String, Long> stages = new HashMap<>();
  private final Map<String, Long> methods = new HashMap<>();
  private final Map<String, Long> allocatingStages = new HashMap<>();
  private final Map<String, Long> allocatedClasses = new HashMap<>();

  private RecordingSummary() {}

  static List<String> of(Path file) {
    var summary = new RecordingSummary();
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        summary.add(recording.readEvent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var lines = new ArrayList<String>();
    lines.add("  " + file);
    table(lines, "CPU samples by stage", summary.stages);
    table(lines, "CPU samples by method", summary.methods);
    table(lines, "bytes allocated by stage", summary.allocatingStages);
    table(lines, "bytes allocated by class", summary.allocatedClasses);
    return lines;
  }

  private void add(RecordedEvent event) {
    var trace = event.getStackTrace();
    if (trace == null || trace.getFrames().isEmpty()) {
      return;
    }
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> {
        stages.merge(Stage.of(trace.getFrames()), 1L, Long::sum);
        methods.merge(name(trace.getFrames().get(0)), 1L, Long::sum);
      }
      case "jdk.ObjectAllocationSample" -> {
        var bytes = event.getLong("weight");
        allocatingStages.merge(Stage.of(trace.getFrames()), bytes, Long::sum);
        allocatedClasses.merge(event.getClass("objectClass").getName(), bytes, Long::sum);
      }
      default -> {
        // the rest is for tools that show more
      }
    }
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static void table(List<String> lines, String title, Map<String, Long> counts) {
    var sum = counts.values().stream().mapToLong(count -> count).sum();
    lines.add("  " + title + " (" + sum + ")");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(
            entry ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "    %5.1f %%  %s",
                        100.0 * entry.getValue() / sum,
                        entry.getKey())));
  }
}
