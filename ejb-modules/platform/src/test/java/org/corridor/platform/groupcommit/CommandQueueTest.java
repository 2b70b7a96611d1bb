package org.corridor.platform.groupcommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandQueueTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void saysNoAtOnceWhenItIsFullButTakesTheEndOfWhatWasBegunFirst() throws Exception {
    var queue = new CommandQueue<String, String>(1, LONG, command -> 1);
    var waiting = queue.submit("first");

    assertThatThrownBy(() -> queue.submit("second").get()).hasCauseInstanceOf(Busy.class);

    assertThat(queue.submitFollowUp("end of the first")).isNotDone();
    assertThat(waiting).isNotDone();
    assertThat(queue.take(10, SHORT))
        .extracting(PendingCommand::command)
        .containsExactly("end of the first", "first");
  }

  @Test
  void dropsACommandThatNobodyWaitsForAnyMore() throws Exception {
    var queue = new CommandQueue<String, String>(10, SHORT, command -> 1);
    var abandoned = queue.submit("too late");

    assertThatThrownBy(() -> abandoned.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(OutcomeUnknown.class);
    assertThat(queue.take(10, Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void givesWhatHasQueuedUpInItsOrderAndNoMoreThanAskedFor() throws Exception {
    var queue = new CommandQueue<String, String>(10, LONG, command -> 1);
    assertThat(queue.submit("a")).isNotDone();
    assertThat(queue.submit("b")).isNotDone();
    assertThat(queue.submit("c")).isNotDone();

    assertThat(queue.take(2, SHORT)).extracting(PendingCommand::command).containsExactly("a", "b");
    assertThat(queue.take(2, SHORT)).extracting(PendingCommand::command).containsExactly("c");
    assertThat(queue.take(2, Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void takesNothingOnceItIsClosedAndTellsThoseWhoWait() {
    var queue = new CommandQueue<String, String>(10, LONG, command -> 1);
    var waiting = queue.submit("first");
    queue.close();

    assertThatThrownBy(() -> queue.submit("second").get()).hasCauseInstanceOf(Busy.class);
    assertThatThrownBy(() -> queue.submitFollowUp("end").get()).hasCauseInstanceOf(Busy.class);
    queue.refuseRest();
    assertThatThrownBy(waiting::get).hasCauseInstanceOf(Busy.class);
  }

  @Test
  void countsACommandForWhatItIsWorth() throws Exception {
    var queue = new CommandQueue<String, String>(10, LONG, String::length);
    assertThat(queue.submit("a")).isNotDone();
    assertThat(queue.submit("twelve chars")).as("larger than the rest of the room").isNotDone();

    assertThat(queue.depth()).isEqualTo(13);
    assertThatThrownBy(() -> queue.submit("b").get()).hasCauseInstanceOf(Busy.class);
    assertThat(queue.submitFollowUp("end")).isNotDone();

    assertThat(queue.take(4, SHORT))
        .extracting(PendingCommand::command)
        .containsExactly("end", "a");
    assertThat(queue.take(4, SHORT))
        .extracting(PendingCommand::command)
        .containsExactly("twelve chars");
    assertThat(queue.depth()).isZero();
  }
}
