package org.corridor.transaction.domain.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.domain.file.TransferFile.Status;
import org.junit.jupiter.api.Test;

class TransferFileTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Counts TWO = new Counts(1, 1, 0, 0);

  private final TransferFile received =
      TransferFile.received(
          UUID.randomUUID(), Format.CSV, 5, 2, new Making("anna", NOON, "correlation"));
  private final TransferFile running = received.run(NOON).orElseThrow();

  @Test
  void isDoneWithItsLastChunkAndNotBefore() {
    var almost = running.paid(TWO, NOON).paid(TWO, NOON);
    var done = almost.paid(new Counts(0, 0, 1, 0), LATER);

    assertThat(running.chunks()).isEqualTo(3);
    assertThat(almost.status()).isEqualTo(Status.RUNNING);
    assertThat(done.status()).isEqualTo(Status.DONE);
    assertThat(done.counts()).isEqualTo(new Counts(2, 2, 1, 0));
    assertThat(done.times().startedAt()).isEqualTo(NOON);
    assertThat(done.times().finishedAt()).isEqualTo(LATER);
  }

  @Test
  void isNeverPaidMoreThanItHas() {
    var almost = running.paid(TWO, NOON).paid(TWO, NOON);

    assertThatThrownBy(() -> almost.paid(TWO, NOON)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isDoneThoughItWasStoppedWhileItsLastChunkWasPaid() {
    var stopped = running.stop().orElseThrow();

    var done = stopped.paid(new Counts(5, 0, 0, 0), LATER);

    assertThat(stopped.status()).isEqualTo(Status.STOPPED);
    assertThat(done.status()).isEqualTo(Status.DONE);
    assertThat(done.stop()).isEmpty();
    assertThat(done.resume(LATER)).isEmpty();
    assertThat(done.run(LATER)).isEmpty();
  }

  @Test
  void isNotRunWhileItIsStoppedButWhenItIsResumed() {
    var stopped = running.stop().orElseThrow();

    assertThat(stopped.run(LATER)).isEmpty();
    assertThat(stopped.stop()).contains(stopped);
    assertThat(stopped.failed("late", LATER)).isEqualTo(stopped);
    var resumed = stopped.resume(LATER).orElseThrow();
    assertThat(resumed.status()).isEqualTo(Status.RECEIVED);
    assertThat(resumed.resume(LATER)).contains(resumed);
    assertThat(resumed.run(LATER).orElseThrow().times().startedAt()).isEqualTo(NOON);
  }

  @Test
  void isTriedAgainAfterPausesThatGrowAndThenWaitsForSomebody() {
    var failed = running.failed("away", NOON);
    assertThat(failed.run(NOON.plusSeconds(9))).isEmpty();
    assertThat(failed.run(NOON.plusSeconds(10))).isPresent();

    for (var attempt = 1; attempt < TransferFile.MAX_ATTEMPTS; attempt++) {
      failed = failed.failed("away", NOON);
    }

    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.trouble().why()).isEqualTo("away");
    assertThat(failed.run(NOON.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(failed.resume(LATER).orElseThrow().trouble().attempts()).isZero();
  }

  @Test
  void forgetsItsTroubleWithEveryChunkThatIsPaid() {
    var paid = running.failed("away", NOON).paid(TWO, LATER);

    assertThat(paid.trouble().attempts()).isZero();
    assertThat(paid.trouble().why()).isNull();
  }
}
