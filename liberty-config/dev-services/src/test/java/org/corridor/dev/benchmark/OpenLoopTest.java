package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.dev.benchmark.AnsweringServer.request;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLoopTest {

  private static final Duration PATIENCE = Duration.ofMillis(600);
  private static final int DONE = 201;

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

  @Test
  void sendsWhatIsOfferedWhetherItIsAnsweredOrNot() {
    var measured = run(16, 50, number -> DONE);

    assertThat(measured.offered()).isEqualTo(50);
    assertThat(server.bodies()).hasSize(50);
    assertThat(measured.done().count()).isEqualTo(50);
    assertThat(measured.givenUp()).isZero();
  }

  @Test
  void countsTheWaitForAServerThatStallsAsPartOfTheLatency() {
    // one client, so those behind the first are late; a closed loop would see one slow request
    var measured =
        run(
            1,
            50,
            number -> {
              if (number == 1) {
                sleep(200);
              }
              return DONE;
            });

    assertThat(measured.done().p99Nanos()).isGreaterThan(180_000_000);
    assertThat(measured.done().count()).isEqualTo(50);
  }

  @Test
  void givesUpWhatNobodyWasFreeToSendInTime() {
    var measured =
        run(
            1,
            50,
            number -> {
              if (number == 1) {
                sleep(1_000);
              }
              return DONE;
            });

    assertThat(measured.givenUp()).isPositive();
    assertThat(measured.givenUp() + measured.done().count()).isEqualTo(50);
    assertThat(server.bodies()).hasSize(measured.done().count());
  }

  @Test
  void tellsWhatWasDoneFromWhatWasRefusedAndWhatFailed() {
    var measured =
        run(
            4,
            40,
            number ->
                switch (number % 4) {
                  case 0 -> DONE;
                  case 1 -> 503;
                  case 2 -> 422;
                  default -> 0;
                });

    assertThat(measured.done().count()).isEqualTo(10);
    assertThat(measured.refused().count()).isEqualTo(10);
    assertThat(measured.failed()).isEqualTo(20);
  }

  private OpenLoop.Measured run(int clients, int perSecond, AnsweringServer.Answers answers) {
    server.on("/answers", answers);
    var request = request("/answers", "x");
    var all =
        IntStream.range(0, clients)
            .mapToObj(nth -> new HttpLoadClient(server.base(), server.tls(), () -> request, DONE))
            .toList();
    ClosedLoop.open(all);
    try {
      return new OpenLoop(all, perSecond, PATIENCE).run(Duration.ofSeconds(1));
    } finally {
      ClosedLoop.close(all);
    }
  }

  private static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
