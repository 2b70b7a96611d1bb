package org.corridor.transaction.domain.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.saga.Move.How;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationBegun;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationRequested;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompensated;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompleted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaRetried;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStarted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStuck;
import org.corridor.transaction.domain.saga.SagaEvent.StepDone;
import org.corridor.transaction.domain.saga.SagaEvent.StepRefused;
import org.corridor.transaction.domain.saga.SagaEvent.StepStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepUndone;
import org.corridor.transaction.domain.saga.SagaEvent.StepWaits;
import org.corridor.transaction.domain.saga.Step.OnRefusal;
import org.corridor.transaction.domain.saga.StepOutcome.Done;
import org.corridor.transaction.domain.saga.StepOutcome.Pending;
import org.corridor.transaction.domain.saga.StepOutcome.Refused;
import org.corridor.transaction.domain.saga.StepOutcome.TryAgain;
import org.corridor.transaction.domain.saga.StepOutcome.Unknown;

/**
 * How sagas of one kind go on.
 *
 * <p>A call that nobody has answered may still arrive for a while. So long, a step that "was not
 * done" is not given up, and a refusal of a later call is not believed: what is undone must not
 * come about afterwards.
 */
public record SagaRules(SagaPlan plan, RetryPolicy retries) {

  public SagaChange start(UUID id, UUID subjectId, Making making) {
    var event =
        new SagaStarted(
            id,
            plan.kind(),
            subjectId,
            plan.names(),
            making.correlationId(),
            making.by(),
            making.at());
    return new SagaChange(Saga.fold(List.of(event)), List.of(event));
  }

  /** What there is to do now; empty if it has ended, is stuck, or waits. */
  public Optional<Move> next(Saga saga, Instant at) {
    var progress = saga.progress();
    if (progress == null || progress.dueAt() == null || progress.dueAt().isAfter(at)) {
      return Optional.empty();
    }
    return Optional.of(
        new Move(how(saga), progress.step(), StepIds.of(saga.id(), progress.step())));
  }

  private static How how(Saga saga) {
    if (saga.status() == SagaStatus.COMPENSATING) {
      return How.UNDO;
    }
    return switch (saga.progress().stage()) {
      case READY -> How.PERFORM;
      case TRY_AGAIN -> saga.turnRequested() ? How.ASK : How.PERFORM;
      case STARTED, UNKNOWN, PENDING, STOPPED -> How.ASK;
    };
  }

  /** To be written before the move is made; a question leaves no trace, and needs none. */
  public SagaChange begin(Saga saga, Move move, Instant at) {
    if (move.how() == How.ASK) {
      return new SagaChange(saga, List.of());
    }
    var underWayUntil = at.plus(plan.step(move.step()).underWayFor());
    return Saga.change(
        saga,
        List.of(
            new StepStarted(
                saga.id(), move.step(), move.how() == How.UNDO, move.stepId(), underWayUntil, at)));
  }

  /**
   * What follows from the outcome of a move.
   *
   * @param jitter from 0 to 1
   */
  public SagaChange record(Saga saga, Move move, StepOutcome outcome, Instant at, double jitter) {
    return Saga.change(
        saga,
        move.how() == How.UNDO
            ? undone(saga, move, outcome, at, jitter)
            : performed(saga, move, outcome, at, jitter));
  }

  private List<SagaEvent> performed(
      Saga saga, Move move, StepOutcome outcome, Instant at, double jitter) {
    if (outcome instanceof Done done) {
      return done(saga, move, done, at);
    }
    if (outcome instanceof Refused refused) {
      return move.how() == How.PERFORM && saga.progress().isOvershadowed(at)
          ? List.of(overshadowed(saga, move, refused, at))
          : refused(saga, move, refused, at);
    }
    if (outcome instanceof TryAgain && saga.turnRequested()) {
      var inDoubt =
          move.how() == How.ASK
              ? saga.progress().isDoubtful(at)
              : saga.progress().isOvershadowed(at);
      if (!inDoubt) {
        return turn(saga, saga.done(), saga.cause(), at);
      }
    }
    return List.of(waits(saga, move, outcome, at, jitter));
  }

  private List<SagaEvent> done(Saga saga, Move move, Done done, Instant at) {
    var events = new ArrayList<SagaEvent>();
    events.add(new StepDone(saga.id(), move.step(), done.reference(), at));
    if (saga.turnRequested() && !plan.step(move.step()).pointOfNoReturn()) {
      var all = new ArrayList<>(saga.done());
      all.add(move.step());
      events.addAll(turn(saga, all, saga.cause(), at));
    } else if (saga.following().isEmpty()) {
      events.add(new SagaCompleted(saga.id(), at));
    }
    return events;
  }

  private List<SagaEvent> refused(Saga saga, Move move, Refused refused, Instant at) {
    var events = new ArrayList<SagaEvent>();
    var cause = new Cause(move.step(), refused.code(), refused.detail());
    events.add(new StepRefused(saga.id(), move.step(), refused.code(), refused.detail(), at));
    if (plan.step(move.step()).onRefusal() == OnRefusal.COMPENSATE) {
      events.addAll(turn(saga, saga.done(), saga.turnRequested() ? saga.cause() : cause, at));
    } else {
      events.add(new SagaStuck(saga.id(), move.step(), refused.code(), refused.detail(), at));
    }
    return events;
  }

  private static SagaEvent overshadowed(Saga saga, Move move, Refused refused, Instant at) {
    return new StepWaits(
        saga.id(),
        move.step(),
        Stage.TRY_AGAIN,
        false,
        saga.progress().attempts() + 1,
        "refused with " + refused.code() + ", but an earlier attempt may still be under way",
        saga.progress().doubtUntil(),
        at);
  }

  private static List<SagaEvent> turn(Saga saga, List<String> done, Cause cause, Instant at) {
    return List.of(
        done.isEmpty()
            ? new SagaCompensated(saga.id(), cause.step(), cause.code(), cause.detail(), at)
            : new CompensationBegun(saga.id(), cause.step(), cause.code(), cause.detail(), at));
  }

  private List<SagaEvent> undone(
      Saga saga, Move move, StepOutcome outcome, Instant at, double jitter) {
    if (outcome instanceof Done) {
      var undone = new StepUndone(saga.id(), move.step(), at);
      var cause = saga.cause();
      return saga.done().size() > 1
          ? List.of(undone)
          : List.of(
              undone,
              new SagaCompensated(saga.id(), cause.step(), cause.code(), cause.detail(), at));
    }
    if (outcome instanceof Refused refused) {
      return List.of(new SagaStuck(saga.id(), move.step(), refused.code(), refused.detail(), at));
    }
    return List.of(waits(saga, move, outcome, at, jitter));
  }

  private SagaEvent waits(Saga saga, Move move, StepOutcome outcome, Instant at, double jitter) {
    var attempts = saga.progress().attempts() + 1;
    var asked = move.how() == How.ASK;
    if (outcome instanceof Unknown unknown) {
      var until = at.plus(retries.pause(attempts, jitter));
      return waits(saga, move, Stage.UNKNOWN, attempts, unknown.reason(), until, at);
    }
    if (outcome instanceof Pending pending) {
      var until = at.plus(retries.look(attempts, jitter));
      return waits(saga, move, Stage.PENDING, attempts, pending.reason(), until, at);
    }
    var again = (TryAgain) outcome;
    var atOnce = asked && !saga.turnRequested();
    var until = atOnce ? at : at.plus(retries.pause(attempts, jitter));
    return waits(saga, move, Stage.TRY_AGAIN, attempts, again.reason(), until, at);
  }

  private static SagaEvent waits(
      Saga saga, Move move, Stage stage, int attempts, String reason, Instant until, Instant at) {
    var asked = move.how() == How.ASK;
    return new StepWaits(saga.id(), move.step(), stage, asked, attempts, reason, until, at);
  }

  /**
   * Somebody wants it to go back.
   *
   * @param code why, for machines
   * @param by who
   */
  public Steering compensate(Saga saga, String code, String detail, String by, Instant at) {
    if (saga.status().hasEnded()) {
      return new Steering.Ended(saga.status());
    }
    if (saga.turned() || saga.turnRequested()) {
      return new Steering.Steered(new SagaChange(saga, List.of()));
    }
    var passed = saga.done().stream().filter(step -> plan.step(step).pointOfNoReturn()).findFirst();
    if (passed.isPresent()) {
      return new Steering.TooLate(passed.get(), false);
    }
    var progress = saga.progress();
    var unclear = isUnclear(progress, at);
    if (unclear && plan.step(progress.step()).pointOfNoReturn()) {
      return new Steering.TooLate(progress.step(), true);
    }
    var events = new ArrayList<SagaEvent>();
    events.add(new CompensationRequested(saga.id(), code, detail, by, at));
    if (!unclear) {
      events.addAll(turn(saga, saga.done(), new Cause(null, code, detail), at));
    }
    return new Steering.Steered(Saga.change(saga, events));
  }

  /** True if the step that it is at may have been done, or may yet be. */
  private static boolean isUnclear(Progress progress, Instant at) {
    return switch (progress.stage()) {
      case STARTED, UNKNOWN, PENDING -> true;
      case READY, TRY_AGAIN, STOPPED -> progress.isDoubtful(at);
    };
  }

  /** Somebody lets it go on at once. */
  public static Steering retry(Saga saga, String by, Instant at) {
    return saga.status().hasEnded()
        ? new Steering.Ended(saga.status())
        : new Steering.Steered(Saga.change(saga, List.of(new SagaRetried(saga.id(), by, at))));
  }
}
