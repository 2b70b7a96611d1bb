package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {

  private static final int BYTES = 100_000_000;

  @TempDir Path directory;
  private volatile Object kept;

  @Test
  void tellsHowMuchWasAllocated() {
    var recorder = new FlightRecorder(List.of(ProcessHandle.current().pid()), directory, false);

    recorder.start();
    for (var i = 0; i < 100; i++) {
      kept = new byte[BYTES / 100];
    }
    var files = recorder.stop("a-workload");

    assertThat(kept).isNotNull();
    assertThat(files).hasSize(1);
    assertThat(FlightRecorder.allocated(files.get(0))).isBetween((long) BYTES, 2L * BYTES);
  }
}
