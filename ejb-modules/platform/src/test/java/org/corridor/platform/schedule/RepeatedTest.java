package org.corridor.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedTest {

  private static final class OutOfSpace extends VirtualMachineError {

    private static final long serialVersionUID = 1L;

    /** As where there is no space left to write it down either. */
    @Override
    public String getMessage() {
      throw new OutOfSpace();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnWhateverIsThrown(boolean isError) throws InterruptedException {
    var calls = new CountDownLatch(3);
    var threads = Executors.newSingleThreadScheduledExecutor();

    var running =
        threads.scheduleWithFixedDelay(
            new Repeated(
                () -> {
                  calls.countDown();
                  if (isError) {
                    throw new OutOfSpace();
                  }
                  throw new IllegalStateException("not foreseen");
                }),
            0,
            1,
            TimeUnit.MILLISECONDS);

    assertThat(calls.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running.isDone()).isFalse();
    threads.shutdownNow();
  }

  @Test
  void doesTheWork() {
    var done = new CountDownLatch(1);

    new Repeated(done::countDown).run();

    assertThat(done.getCount()).isZero();
  }
}
