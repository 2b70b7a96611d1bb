package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(WINDOWS)
class ServerProcessTest {
  @TempDir Path run;

  @Test
  void isFoundByTheNextRunAndStopped() {
    var left = sleeping();

    ServerProcess.stopOrphan(pidFile());

    assertThat(left.isAlive()).isFalse();
    assertThat(pidFile()).doesNotExist();
  }

  @Test
  void isNotMistakenForAnotherThatHasItsNumber() throws IOException {
    var innocent = sleeping();
    Files.writeString(pidFile(), innocent.pid() + " 1000");

    ServerProcess.stopOrphan(pidFile());

    assertThat(innocent.isAlive()).isTrue();
    innocent.kill();
  }

  @Test
  void isKilledWithItsChildren() {
    var parent =
        ServerProcess.start(List.of("sh", "-c", "sleep 300 & wait"), Map.of(), log(), pidFile());
    var children = awaitChildren(parent);

    parent.kill();

    assertThat(parent.isAlive()).isFalse();
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void isKilledWhenItDoesNotObey() throws InterruptedException {
    var stubborn =
        ServerProcess.start(
            List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
            Map.of(),
            log(),
            pidFile());
    while (LogTail.of(log(), 1).isEmpty()) {
      Thread.sleep(10);
    }

    stubborn.terminate(Duration.ofMillis(300));

    assertThat(stubborn.isAlive()).isFalse();
  }

  private ServerProcess sleeping() {
    return ServerProcess.start(List.of("sleep", "300"), Map.of(), log(), pidFile());
  }

  private static List<ProcessHandle> awaitChildren(ServerProcess parent) {
    var handle = ProcessHandle.of(parent.pid()).orElseThrow();
    List<ProcessHandle> children = handle.children().toList();
    while (children.isEmpty()) {
      Thread.onSpinWait();
      children = handle.children().toList();
    }
    return children;
  }

  private Path pidFile() {
    return run.resolve("sleeper.pid");
  }

  private Path log() {
    return run.resolve("sleeper.log");
  }
}
