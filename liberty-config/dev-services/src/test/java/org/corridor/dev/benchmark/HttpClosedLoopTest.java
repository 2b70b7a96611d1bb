package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.corridor.dev.benchmark.AnsweringServer.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpClosedLoopTest {

  private static final int CLIENTS = 7;

  @TempDir Path directory;
  private AnsweringServer server;

  @BeforeEach
  void aServer() throws Exception {
    server = new AnsweringServer(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Latencies.Summary run(String path) {
    var request = request(path, "x");
    var clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(nth -> new HttpLoadClient(server.base(), server.tls(), () -> request, 201))
            .toList();
    try {
      return ClosedLoop.run(clients, Duration.ofSeconds(2)).latencies();
    } finally {
      ClosedLoop.close(clients);
    }
  }

  @Test
  void eachClientGoesOnWhenItHasItsAnswerAndNoAnswerIsLost() {
    for (var path : List.of("/sized", "/long-chunked")) {
      var before = server.bodies().size();

      var answered = run(path).count();

      // those that were under way at the end were answered, and do not count
      assertThat(server.bodies().size() - before)
          .isBetween(answered, answered + CLIENTS)
          .isGreaterThan(3 * CLIENTS);
    }
    assertThat(server.callers()).hasSize(2 * CLIENTS);
  }

  @Test
  void aClientWhoseConnectionIsClosedAfterEachAnswerMakesAnother() {
    var answered = run("/last").count();

    assertThat(answered).isGreaterThan(CLIENTS);
    assertThat(server.callers().size()).isBetween(answered, answered + CLIENTS);
  }

  @Test
  void whatIsNotDoneEndsIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> run("/wrong"))
        .withStackTraceContaining("not done while measuring: status 422");
  }
}
