package org.corridor.transaction.application.saga;

import java.time.Instant;
import java.util.UUID;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.domain.saga.Stage;

/**
 * A saga as lists show it, and as its row has it: made from its events, and can be made anew.
 *
 * @param subjectId what it is about
 * @param step that it is at; null once it has ended
 * @param stage of that step; likewise
 * @param waitsFor why it waits; null if it does not
 * @param dueAt when it goes on by itself; null if it does not
 */
public record SagaSummary(
    UUID id,
    String kind,
    UUID subjectId,
    SagaStatus status,
    String step,
    Stage stage,
    int attempts,
    String waitsFor,
    Instant dueAt,
    boolean turnRequested,
    String startedBy,
    Instant startedAt,
    Instant changedAt,
    long version) {

  public static SagaSummary of(Saga saga) {
    var progress = saga.progress();
    return new SagaSummary(
        saga.id(),
        saga.kind(),
        saga.subjectId(),
        saga.status(),
        progress == null ? null : progress.step(),
        progress == null ? null : progress.stage(),
        progress == null ? 0 : progress.attempts(),
        progress == null ? null : progress.waitsFor(),
        progress == null ? null : progress.dueAt(),
        saga.turnRequested(),
        saga.making().by(),
        saga.making().at(),
        saga.changedAt(),
        saga.version());
  }
}
