package org.corridor.transaction.domain.saga;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a saga is with the step that it is at.
 *
 * @param attempts without success, in a row
 * @param dueAt when there is something to do; null if that is for somebody to say
 * @param waitsFor why it waits; null if it does not
 * @param flightUntil until when the call that was begun last may still arrive, if it was not
 *     answered yet; null if it was
 * @param doubtUntil the same of earlier calls that were never answered; null if all were
 */
public record Progress(
    String step,
    Stage stage,
    int attempts,
    Instant dueAt,
    String waitsFor,
    Instant flightUntil,
    Instant doubtUntil) {

  public Progress {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(stage, "stage");
  }

  static Progress ready(String step, Instant at) {
    return new Progress(step, Stage.READY, 0, at, null, null, null);
  }

  /** True if a call of this step that nobody has answered may still arrive. */
  public boolean isDoubtful(Instant at) {
    return (doubtUntil != null && doubtUntil.isAfter(at))
        || (flightUntil != null && flightUntil.isAfter(at));
  }

  /** True if an earlier call than the last may still arrive. */
  boolean isOvershadowed(Instant at) {
    return doubtUntil != null && doubtUntil.isAfter(at);
  }

  Progress started(Instant underWayUntil) {
    return new Progress(
        step,
        Stage.STARTED,
        attempts,
        dueAt,
        waitsFor,
        underWayUntil,
        later(doubtUntil, flightUntil));
  }

  /**
   * @param answered true if the other side has answered to the last call itself
   */
  Progress waiting(Stage outcome, boolean answered, int failed, String reason, Instant until) {
    return new Progress(
        step,
        outcome,
        failed,
        until,
        reason,
        null,
        answered ? doubtUntil : later(doubtUntil, flightUntil));
  }

  Progress stopped(String reason) {
    return new Progress(step, Stage.STOPPED, attempts, null, reason, null, doubtUntil);
  }

  Progress due(Instant at) {
    return new Progress(step, stage, attempts, at, waitsFor, flightUntil, doubtUntil);
  }

  Progress afresh(Instant at) {
    var again = stage == Stage.STOPPED ? Stage.TRY_AGAIN : stage;
    return new Progress(step, again, 0, at, waitsFor, flightUntil, doubtUntil);
  }

  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
