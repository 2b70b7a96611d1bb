package org.corridor.transaction.api;

import java.time.Instant;
import java.util.List;
import org.corridor.transaction.application.saga.ReadSagas.Told;
import org.corridor.transaction.application.saga.SagaSummary;
import org.corridor.transaction.domain.saga.Cause;
import org.corridor.transaction.domain.saga.SagaEvent;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationBegun;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationRequested;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompensated;
import org.corridor.transaction.domain.saga.SagaEvent.SagaRetried;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStarted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStuck;
import org.corridor.transaction.domain.saga.SagaEvent.StepDone;
import org.corridor.transaction.domain.saga.SagaEvent.StepRefused;
import org.corridor.transaction.domain.saga.SagaEvent.StepStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepUndone;
import org.corridor.transaction.domain.saga.SagaEvent.StepWaits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saga with all that happened to it. */
@Schema(
    name = "SagaStory",
    requiredProperties = {"saga", "steps", "done", "correlationId", "history"})
public record SagaStory(
    SagaView saga,
    @Schema(description = "All of its steps, in their order.") List<String> steps,
    @Schema(description = "The steps that are done and not undone.") List<String> done,
    @Schema(description = "Why it goes back, or is stuck.") CauseView cause,
    @Schema(description = "Of the request that it began with.") String correlationId,
    @Schema(description = "Oldest first.") List<Entry> history) {

  /** Why it goes back, or is stuck. */
  @Schema(name = "SagaCause")
  public record CauseView(
      @Schema(description = "That was refused; absent if somebody asked for it.") String step,
      String code,
      String detail) {
    static CauseView of(Cause cause) {
      return cause == null ? null : new CauseView(cause.step(), cause.code(), cause.detail());
    }
  }

  /** One thing that happened; each event tells what it has to tell. */
  @Schema(
      name = "SagaEntry",
      requiredProperties = {"event", "at"})
  public record Entry(
      String event,
      Instant at,
      String step,
      @Schema(description = "What became of a call: TRY_AGAIN, UNKNOWN or PENDING.") String outcome,
      Integer attempts,
      @Schema(description = "Why, or how the other side calls it.") String detail,
      Instant until,
      String by) {

    static Entry of(SagaEvent event) {
      if (event instanceof SagaStarted started) {
        return told(event, null, null, started.by());
      }
      if (event instanceof StepStarted step) {
        return told(event, step.step(), step.undoes() ? "to be undone" : null, null);
      }
      if (event instanceof StepWaits waits) {
        return new Entry(
            event.type(),
            event.at(),
            waits.step(),
            waits.outcome().name(),
            waits.attempts(),
            waits.reason(),
            waits.until(),
            null);
      }
      if (event instanceof StepDone done) {
        return told(event, done.step(), done.reference(), null);
      }
      if (event instanceof StepRefused refused) {
        return told(event, refused.step(), refused.code() + ": " + refused.detail(), null);
      }
      if (event instanceof StepUndone undone) {
        return told(event, undone.step(), null, null);
      }
      return turned(event);
    }

    private static Entry turned(SagaEvent event) {
      if (event instanceof CompensationRequested wish) {
        return told(event, null, wish.code(), wish.by());
      }
      if (event instanceof CompensationBegun begun) {
        return told(event, begun.step(), begun.code(), null);
      }
      if (event instanceof SagaStuck stuck) {
        return told(event, stuck.step(), stuck.code() + ": " + stuck.detail(), null);
      }
      if (event instanceof SagaCompensated compensated) {
        return told(event, compensated.step(), compensated.code(), null);
      }
      return told(event, null, null, event instanceof SagaRetried retried ? retried.by() : null);
    }

    private static Entry told(SagaEvent event, String step, String detail, String by) {
      return new Entry(event.type(), event.at(), step, null, null, detail, null, by);
    }
  }

  static SagaStory of(Told told) {
    var saga = told.saga();
    return new SagaStory(
        SagaView.of(SagaSummary.of(saga)),
        saga.steps(),
        saga.done(),
        CauseView.of(saga.cause()),
        saga.making().correlationId(),
        told.history().stream().map(Entry::of).toList());
  }
}
