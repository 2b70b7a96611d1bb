package org.corridor.transaction.infrastructure.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.corridor.transaction.domain.saga.StepOutcome;
import org.corridor.transaction.domain.saga.StepOutcome.Done;
import org.corridor.transaction.domain.saga.StepOutcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits longer than a call may take. */
class TimedStepCallsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final TimedStepCalls calls = new TimedStepCalls(Thread::new);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void handsOnTheOutcome() {
    assertThat(calls.make(() -> new Done("R"), LONG)).isEqualTo(new Done("R"));
  }

  @Test
  void whatIsNotAnsweredInTimeIsNotKnown() {
    var never = new CountDownLatch(1);

    var outcome = calls.make(() -> waitFor(never), Duration.ofMillis(50));

    assertThat(outcome).isEqualTo(new Unknown("no answer within PT0.05S"));
  }

  @Test
  void whatFailsIsNotKnown() {
    var outcome =
        calls.make(
            () -> {
              throw new IllegalStateException("a bug");
            },
            LONG);

    assertThat(outcome).isEqualTo(new Unknown("the call has failed: IllegalStateException"));
  }

  private static StepOutcome waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return new Done(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown("interrupted");
    }
  }
}
