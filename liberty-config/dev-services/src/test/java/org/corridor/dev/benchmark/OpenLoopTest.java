package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.corridor.dev.benchmark.LoadClient.Result;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void sendsWhatIsOfferedWhetherItIsAnsweredOrNot() {
    var measured = run(16, 50, number -> Result.DONE);

    assertThat(measured.offered()).isEqualTo(50);
    assertThat(sent).hasValue(50);
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
              return Result.DONE;
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
              return Result.DONE;
            });

    assertThat(measured.givenUp()).isPositive();
    assertThat(measured.givenUp() + measured.done().count()).isEqualTo(50);
    assertThat(sent.get()).isEqualTo(measured.done().count());
  }

  @Test
  void tellsWhatWasDoneFromWhatWasRefusedAndWhatFailed() {
    var measured =
        run(
            4,
            40,
            number ->
                switch (number % 4) {
                  case 0 -> Result.DONE;
                  case 1 -> Result.REFUSED;
                  case 2 -> Result.FAILED;
                  default -> throw new IOException("closed");
                });

    assertThat(measured.done().count()).isEqualTo(10);
    assertThat(measured.refused().count()).isEqualTo(10);
    assertThat(measured.failed()).isEqualTo(20);
  }

  /** What the server does with the request of that number, from 1. */
  private interface Server {
    Result answer(int number) throws IOException;
  }

  private OpenLoop.Measured run(int clients, int perSecond, Server server) {
    var all = IntStream.range(0, clients).mapToObj(i -> client(server)).toList();
    return new OpenLoop(all, perSecond, PATIENCE).run(Duration.ofSeconds(1));
  }

  private LoadClient client(Server server) {
    return new LoadClient() {
      @Override
      public void open() {
        // there is nothing to open
      }

      @Override
      public Result send() throws IOException {
        return server.answer(sent.incrementAndGet());
      }

      @Override
      public void close() {
        // nor to close
      }
    };
  }

  private static void sleep(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
