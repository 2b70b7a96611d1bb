package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path home;

  @Test
  void leavesWithOneClearMessageWhenAPortIsTaken() throws Exception {
    var ports = FreePorts.take();
    try (var squatter = new ServerSocket()) {
      squatter.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.redis()));

      var run = run(ports);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.said().strip())
          .isEqualTo(
              "Corridor: Port %d is taken by another process. Free it, or choose another:"
                      .formatted(ports.redis())
                  + " -Dcorridor.redis.port=<port>");
    }
  }

  @Test
  void leavesWithOneClearMessageWhenAnotherCorridorRunsHere() throws Exception {
    try (var lock = HomeLock.take(home)) {
      assertThat(lock).isNotNull();

      var run = run(FreePorts.take());

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.said()).contains("Another Corridor is running on " + home);
    }
  }

  private Run run(Ports ports) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dcorridor.home=" + home);
    command.add("-Dcorridor.https.port=" + ports.https());
    command.add("-Dcorridor.postgres.port=" + ports.postgres());
    command.add("-Dcorridor.redis.port=" + ports.redis());
    command.add(Main.class.getName());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }

  private record Run(int status, String said) {}
}
