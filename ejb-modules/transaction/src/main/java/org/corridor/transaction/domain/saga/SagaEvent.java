package org.corridor.transaction.domain.saga;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** What can happen to a saga. */
public sealed interface SagaEvent extends DomainEvent {

  UUID sagaId();

  Instant at();

  /**
   * It is to be done.
   *
   * @param subjectId what it is about
   * @param steps in their order; they are this saga's, whatever becomes of the plan
   */
  record SagaStarted(
      UUID sagaId,
      String kind,
      UUID subjectId,
      List<String> steps,
      String correlationId,
      String by,
      Instant at)
      implements SagaEvent {
    public SagaStarted {
      steps = List.copyOf(steps);
    }

    @Override
    public String type() {
      return "transaction.saga-started.v1";
    }
  }

  /**
   * A step is about to be called: written before, so that whoever comes after a crash knows.
   *
   * @param undoes true if it is about to be undone
   * @param stepId its idempotency id
   * @param underWayUntil until when the call may still arrive if nobody has answered to it
   */
  record StepStarted(
      UUID sagaId, String step, boolean undoes, UUID stepId, Instant underWayUntil, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-step-started.v1";
    }
  }

  /**
   * A step did not come to an end.
   *
   * @param outcome TRY_AGAIN, UNKNOWN or PENDING
   * @param asked true if that is the answer to a question about it
   * @param attempts that have failed in a row
   * @param until when it goes on
   */
  record StepWaits(
      UUID sagaId,
      String step,
      Stage outcome,
      boolean asked,
      int attempts,
      String reason,
      Instant until,
      Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-step-waits.v1";
    }
  }

  /**
   * A step is done.
   *
   * @param reference how the other side calls it; may be null
   */
  record StepDone(UUID sagaId, String step, String reference, Instant at) implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-step-done.v1";
    }
  }

  /** A step was refused for good. */
  record StepRefused(UUID sagaId, String step, String code, String detail, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-step-refused.v1";
    }
  }

  /** Somebody wants it to go back; it will once it is known what became of the step it is at. */
  record CompensationRequested(UUID sagaId, String code, String detail, String by, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-compensation-requested.v1";
    }
  }

  /**
   * From here on it goes back.
   *
   * @param step that was refused; null if somebody asked for it
   */
  record CompensationBegun(UUID sagaId, String step, String code, String detail, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-compensation-begun.v1";
    }
  }

  /** A step is undone. */
  record StepUndone(UUID sagaId, String step, Instant at) implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-step-undone.v1";
    }
  }

  /** It can go neither way by itself. */
  record SagaStuck(UUID sagaId, String step, String code, String detail, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-stuck.v1";
    }
  }

  /** Somebody lets it go on at once. */
  record SagaRetried(UUID sagaId, String by, Instant at) implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-retried.v1";
    }
  }

  /** All is done. */
  record SagaCompleted(UUID sagaId, Instant at) implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-completed.v1";
    }
  }

  /**
   * All that was done is undone.
   *
   * @param step that was refused; null if somebody asked for it
   */
  record SagaCompensated(UUID sagaId, String step, String code, String detail, Instant at)
      implements SagaEvent {
    @Override
    public String type() {
      return "transaction.saga-compensated.v1";
    }
  }
}
