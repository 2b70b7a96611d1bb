package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

  @Test
  void countsWhatIsDoneAndHowLongItTook() {
    var clients =
        List.of(new Sleeper(20, LoadClient.Result.DONE), new Sleeper(20, LoadClient.Result.DONE));

    var measured = ClosedLoop.run(clients, Duration.ofSeconds(1));

    // 50 a second each at most, and fewer on a busy machine
    assertThat(measured.perSecond()).isBetween(2.0, 100.0);
    assertThat(measured.latencies().count()).isEqualTo((int) measured.perSecond());
    assertThat(measured.latencies().p50Nanos()).isGreaterThanOrEqualTo(20_000_000);
    assertThat(measured.latencies().p99Nanos())
        .isGreaterThanOrEqualTo(measured.latencies().p50Nanos());
  }

  @Test
  void endsAtTheFirstThatIsNotDone() {
    var clients = List.of(new Sleeper(1, LoadClient.Result.FAILED));

    assertThatIllegalStateException()
        .isThrownBy(() -> ClosedLoop.run(clients, Duration.ofMinutes(5)));
  }

  /** Takes its time. */
  private record Sleeper(long milliseconds, LoadClient.Result result) implements LoadClient {
    @Override
    public void open() {
      // there is nothing to open
    }

    @Override
    public Result send() {
      try {
        TimeUnit.MILLISECONDS.sleep(milliseconds);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return result;
    }

    @Override
    public void close() {
      // nor to close
    }
  }
}
