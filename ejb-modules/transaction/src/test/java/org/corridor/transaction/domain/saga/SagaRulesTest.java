package org.corridor.transaction.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.saga.Move.How;
import org.corridor.transaction.domain.saga.Step.OnRefusal;
import org.corridor.transaction.domain.saga.StepOutcome.Done;
import org.corridor.transaction.domain.saga.StepOutcome.Pending;
import org.corridor.transaction.domain.saga.StepOutcome.Refused;
import org.corridor.transaction.domain.saga.StepOutcome.TryAgain;
import org.corridor.transaction.domain.saga.StepOutcome.Unknown;
import org.junit.jupiter.api.Test;

/** How sagas go on, forward and back, without anybody to call. */
class SagaRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Refused NO = new Refused("no", "No.");

  private final SagaRules rules =
      new SagaRules(
          new SagaPlan(
              "trip",
              List.of(
                  step("HOTEL", false, OnRefusal.COMPENSATE),
                  step("CAR", false, OnRefusal.COMPENSATE),
                  step("TICKET", true, OnRefusal.COMPENSATE),
                  step("BILL", true, OnRefusal.STOP))),
          new RetryPolicy(
              Duration.ofMillis(100),
              Duration.ofSeconds(5),
              3,
              Duration.ofSeconds(15),
              Duration.ofMinutes(10)));

  private final List<SagaEvent> stream = new ArrayList<>();
  private Instant now = NOON;
  private Saga saga;

  SagaRulesTest() {
    var making = new Making("anna", NOON, "correlation");
    take(rules.start(UUID.randomUUID(), UUID.randomUUID(), making));
  }

  @Test
  void goesForwardStepByStep() {
    assertThat(moves(new Done("room 7"))).isEqualTo(How.PERFORM);
    moves(new Done(null));
    moves(new Done(null));
    assertThat(saga.done()).containsExactly("HOTEL", "CAR", "TICKET");
    moves(new Done(null));

    assertThat(saga.status()).isEqualTo(SagaStatus.COMPLETED);
    assertThat(rules.next(saga, now)).isEmpty();
  }

  @Test
  void aRefusalUndoesWhatWasDoneTheLastFirst() {
    moves(new Done(null));
    moves(new Done(null));
    moves(NO);

    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
    assertThat(saga.progress().step()).isEqualTo("CAR");
    assertThat(moves(new Done(null))).isEqualTo(How.UNDO);
    assertThat(saga.progress().step()).isEqualTo("HOTEL");
    moves(new Done(null));
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(saga.cause()).isEqualTo(new Cause("TICKET", "no", "No."));
    assertThat(saga.done()).isEmpty();
  }

  @Test
  void aRefusalOfTheFirstStepHasNothingToUndo() {
    moves(NO);

    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void afterACrashAStepIsAskedForFirstAndThenDoneAgainWithTheSameId() {
    var first = rules.next(saga, now).orElseThrow();
    take(rules.begin(saga, first, now));

    var afterCrash = rules.next(saga, now).orElseThrow();
    assertThat(afterCrash).isEqualTo(new Move(How.ASK, "HOTEL", first.stepId()));
    take(rules.record(saga, afterCrash, new TryAgain("not there"), now, 0.5));

    assertThat(rules.next(saga, now)).contains(first);
  }

  @Test
  void whatIsNotKnownIsAskedAndNotDoneAgain() {
    moves(new Unknown("timeout"));
    assertThat(rules.next(saga, now)).as("not at once").isEmpty();
    assertThat(saga.progress().waitsFor()).isEqualTo("timeout");

    now = saga.progress().dueAt();
    assertThat(moves(new Unknown("timeout"))).isEqualTo(How.ASK);
    now = saga.progress().dueAt();
    assertThat(moves(new Done(null))).isEqualTo(How.ASK);
    assertThat(saga.done()).containsExactly("HOTEL");
  }

  @Test
  void aRefusalIsNotBelievedWhileAnEarlierCallMayStillArrive() {
    moves(new Unknown("timeout"));
    now = saga.progress().dueAt();
    moves(new TryAgain("not there"));

    assertThat(moves(NO)).isEqualTo(How.PERFORM);
    assertThat(saga.status()).isEqualTo(SagaStatus.RUNNING);
    assertThat(saga.progress().dueAt()).isEqualTo(NOON.plus(MINUTE));

    now = saga.progress().dueAt();
    assertThat(moves(NO)).isEqualTo(How.PERFORM);
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void whatSomebodyGivesUpGoesBackAtOnceIfItIsClearWhereItStands() {
    moves(new Done(null));

    steered(rules.compensate(saga, "given-up", "Enough.", "boss", now));

    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
    moves(new Done(null));
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
    assertThat(saga.cause().code()).isEqualTo("given-up");
    assertThat(rules.compensate(saga, "given-up", "Enough.", "boss", now))
        .isEqualTo(new Steering.Ended(SagaStatus.COMPENSATED));
  }

  @Test
  void whatSomebodyGivesUpInTheMiddleOfAStepGoesBackWhenThatIsKnown() {
    moves(new Done(null));
    moves(new Unknown("timeout"));

    steered(rules.compensate(saga, "given-up", "Enough.", "boss", now));

    assertThat(saga.status()).isEqualTo(SagaStatus.RUNNING);
    assertThat(moves(new Done(null))).isEqualTo(How.ASK);
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
    assertThat(saga.progress().step()).isEqualTo("CAR");
  }

  @Test
  void whatWasNotDoneIsGivenUpOnlyWhenItCannotArriveAnyMore() {
    moves(new Unknown("timeout"));
    steered(rules.compensate(saga, "given-up", "Enough.", "boss", now));

    assertThat(moves(new TryAgain("not there"))).isEqualTo(How.ASK);
    assertThat(saga.status()).as("it may still arrive").isEqualTo(SagaStatus.RUNNING);

    now = NOON.plus(MINUTE);
    assertThat(moves(new TryAgain("not there"))).isEqualTo(How.ASK);
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void behindThePointOfNoReturnNothingIsGivenUp() {
    moves(new Done(null));
    moves(new Done(null));
    var move = rules.next(saga, now).orElseThrow();
    take(rules.begin(saga, move, now));
    assertThat(rules.compensate(saga, "x", "X.", "boss", now))
        .isEqualTo(new Steering.TooLate("TICKET", true));

    take(rules.record(saga, move, new Done(null), now, 0.5));

    assertThat(rules.compensate(saga, "x", "X.", "boss", now))
        .isEqualTo(new Steering.TooLate("TICKET", false));
  }

  @Test
  void beforeThePointOfNoReturnWhatWasCertainlyNotDoneIsGivenUp() {
    moves(new Done(null));
    moves(new Done(null));
    moves(new TryAgain("no connection"));

    steered(rules.compensate(saga, "x", "X.", "boss", now));

    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
  }

  @Test
  void aRefusalWithNoWayBackIsStuckUntilSomebodyLetsItGoOn() {
    moves(new Done(null));
    moves(new Done(null));
    moves(new Done(null));
    moves(NO);

    assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);
    assertThat(rules.next(saga, now.plus(Duration.ofDays(9)))).isEmpty();
    steered(SagaRules.retry(saga, "boss", now));
    assertThat(moves(new Done(null))).isEqualTo(How.PERFORM);
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPLETED);
  }

  @Test
  void whatCannotBeUndoneIsStuckAndGoesOnBackwards() {
    moves(new Done(null));
    moves(NO);
    moves(new Refused("gone", "The hotel is gone."));
    assertThat(saga.status()).isEqualTo(SagaStatus.STUCK);
    assertThat(saga.cause().code()).as("why it went back").isEqualTo("no");

    steered(SagaRules.retry(saga, "boss", now));
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATING);
    moves(new Unknown("timeout"));
    now = saga.progress().dueAt();
    assertThat(moves(new Done(null))).isEqualTo(How.UNDO);
    assertThat(saga.status()).isEqualTo(SagaStatus.COMPENSATED);
  }

  @Test
  void whatIsUnderWayElsewhereIsLookedAtAgain() {
    moves(new Pending("not yet"));
    assertThat(saga.progress().stage()).isEqualTo(Stage.PENDING);

    now = saga.progress().dueAt();
    assertThat(moves(new Done(null))).isEqualTo(How.ASK);
  }

  @Test
  void aPlanHasStepsWithNamesOfTheirOwn() {
    var one = step("ONE", false, OnRefusal.STOP);

    assertThatThrownBy(() -> new SagaPlan("x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SagaPlan("x", List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules.plan().step("BOAT"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Makes the next move, with this outcome. */
  private How moves(StepOutcome outcome) {
    var move = rules.next(saga, now).orElseThrow();
    take(rules.begin(saga, move, now));
    take(rules.record(saga, move, outcome, now, 0.5));
    return move.how();
  }

  private void steered(Steering steering) {
    take(((Steering.Steered) steering).change());
  }

  /** What a change says is what its events say. */
  private void take(SagaChange change) {
    stream.addAll(change.events());
    saga = change.after();
    assertThat(Saga.fold(stream)).isEqualTo(saga);
    assertThat(saga.version()).isEqualTo(stream.size());
  }

  private static Step step(String name, boolean noReturn, OnRefusal onRefusal) {
    return new Step(name, Duration.ofSeconds(10), MINUTE, noReturn, onRefusal);
  }
}
