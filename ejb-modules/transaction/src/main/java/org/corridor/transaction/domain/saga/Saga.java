package org.corridor.transaction.domain.saga;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
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

/**
 * A saga as its events tell it.
 *
 * <p>{@code RUNNING -> COMPLETED}; or {@code RUNNING -> COMPENSATING -> COMPENSATED}, when a step
 * was refused or somebody asked for it; {@code STUCK} from either, until somebody lets it go on.
 *
 * @param subjectId what it is about
 * @param steps in their order
 * @param done the steps that are done and not undone, in the order they were done
 * @param progress with the step that it is at; null once it has ended
 * @param cause why it goes back or is stuck; null if it does neither and nobody wants it to
 * @param turnRequested true if it is to go back, once it is known what became of its step
 * @param turned true if it goes back
 * @param version of its stream
 */
public record Saga(
    UUID id,
    String kind,
    UUID subjectId,
    List<String> steps,
    Making making,
    SagaStatus status,
    List<String> done,
    Progress progress,
    Cause cause,
    boolean turnRequested,
    boolean turned,
    Instant changedAt,
    long version) {

  public Saga {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    steps = List.copyOf(steps);
    done = List.copyOf(done);
    if ((progress == null) != status.hasEnded()) {
      throw new IllegalArgumentException("what has not ended is at a step: " + id);
    }
  }

  /** As its events say, the oldest first. */
  public static Saga fold(List<? extends SagaEvent> events) {
    Saga saga = null;
    for (var event : events) {
      saga = saga == null ? begun((SagaStarted) event) : saga.after(event);
    }
    return Objects.requireNonNull(saga, "a saga without events");
  }

  static SagaChange change(Saga before, List<SagaEvent> events) {
    var after = before;
    for (var event : events) {
      after = after.after(event);
    }
    return new SagaChange(after, events);
  }

  /** The step after the one that it is at; empty if that is the last. */
  Optional<String> following() {
    return steps.stream().skip(steps.indexOf(progress.step()) + 1L).findFirst();
  }

  private static Saga begun(SagaStarted event) {
    return new Saga(
        event.sagaId(),
        event.kind(),
        event.subjectId(),
        event.steps(),
        new Making(event.by(), event.at(), event.correlationId()),
        SagaStatus.RUNNING,
        List.of(),
        Progress.ready(event.steps().get(0), event.at()),
        null,
        false,
        false,
        event.at(),
        1);
  }

  private Saga after(SagaEvent event) {
    if (event instanceof StepStarted started) {
      return at(event, progress.started(started.underWayUntil()));
    }
    if (event instanceof StepWaits waits) {
      var answered = !waits.asked() && waits.outcome() != Stage.UNKNOWN;
      return at(
          event,
          progress.waiting(
              waits.outcome(), answered, waits.attempts(), waits.reason(), waits.until()));
    }
    if (event instanceof StepDone step) {
      var all = new ArrayList<>(done);
      all.add(step.step());
      var next = following().orElse(step.step());
      return with(event, status, all, Progress.ready(next, event.at()), cause);
    }
    if (event instanceof StepUndone) {
      var left = done.subList(0, done.size() - 1);
      var next = left.isEmpty() ? progress.step() : left.get(left.size() - 1);
      return with(event, status, left, Progress.ready(next, event.at()), cause);
    }
    if (event instanceof StepRefused refused) {
      var why = new Cause(refused.step(), refused.code(), refused.detail());
      return with(
          event, status, done, progress.stopped(refused.detail()), turnRequested ? cause : why);
    }
    if (event instanceof SagaRetried) {
      var way = turned ? SagaStatus.COMPENSATING : SagaStatus.RUNNING;
      return with(
          event, way, done, progress.afresh(event.at()), turned || turnRequested ? cause : null);
    }
    return turning(event);
  }

  private Saga turning(SagaEvent event) {
    if (event instanceof CompensationRequested wish) {
      var why = new Cause(null, wish.code(), wish.detail());
      return new Saga(
          id,
          kind,
          subjectId,
          steps,
          making,
          status,
          done,
          progress.due(event.at()),
          why,
          true,
          turned,
          event.at(),
          version + 1);
    }
    if (event instanceof CompensationBegun begun) {
      var why = new Cause(begun.step(), begun.code(), begun.detail());
      var last = Progress.ready(done.get(done.size() - 1), event.at());
      return new Saga(
          id,
          kind,
          subjectId,
          steps,
          making,
          SagaStatus.COMPENSATING,
          done,
          last,
          why,
          false,
          true,
          event.at(),
          version + 1);
    }
    if (event instanceof SagaStuck stuck) {
      var why = turned ? cause : new Cause(stuck.step(), stuck.code(), stuck.detail());
      return with(event, SagaStatus.STUCK, done, progress.stopped(stuck.detail()), why);
    }
    if (event instanceof SagaCompleted) {
      return with(event, SagaStatus.COMPLETED, done, null, null);
    }
    if (event instanceof SagaCompensated compensated) {
      var why = new Cause(compensated.step(), compensated.code(), compensated.detail());
      return with(event, SagaStatus.COMPENSATED, done, null, why);
    }
    throw new IllegalStateException("a saga begins once: " + event);
  }

  private Saga at(SagaEvent event, Progress now) {
    return with(event, status, done, now, cause);
  }

  private Saga with(
      SagaEvent event, SagaStatus nowStatus, List<String> nowDone, Progress now, Cause why) {
    return new Saga(
        id,
        kind,
        subjectId,
        steps,
        making,
        nowStatus,
        nowDone,
        now,
        why,
        turnRequested && !nowStatus.hasEnded(),
        turned,
        event.at(),
        version + 1);
  }
}
