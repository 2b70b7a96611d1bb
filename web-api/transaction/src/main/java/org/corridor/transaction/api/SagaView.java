package org.corridor.transaction.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.transaction.application.saga.SagaSummary;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.corridor.transaction.domain.saga.Stage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saga as lists show it. */
@Schema(
    name = "Saga",
    requiredProperties = {
      "id",
      "kind",
      "subjectId",
      "status",
      "attempts",
      "compensationRequested",
      "startedBy",
      "startedAt",
      "changedAt"
    })
public record SagaView(
    UUID id,
    @Schema(example = "payment") String kind,
    @Schema(description = "What it is about: the payment.") UUID subjectId,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"RUNNING", "COMPENSATING", "STUCK", "COMPLETED", "COMPENSATED"})
        SagaStatus status,
    @Schema(description = "That it is at; absent once it has ended.") String step,
    @Schema(
            description = "How that step stands.",
            type = SchemaType.STRING,
            enumeration = {"READY", "STARTED", "TRY_AGAIN", "UNKNOWN", "PENDING", "STOPPED"})
        Stage stage,
    @Schema(description = "Without success, in a row.") int attempts,
    @Schema(description = "Why it waits; absent if it does not.") String waitsFor,
    @Schema(description = "When it goes on by itself; absent if somebody must say so.")
        Instant dueAt,
    @Schema(description = "Whether it goes back once it is known what became of its step.")
        boolean compensationRequested,
    String startedBy,
    Instant startedAt,
    Instant changedAt) {

  static SagaView of(SagaSummary saga) {
    return new SagaView(
        saga.id(),
        saga.kind(),
        saga.subjectId(),
        saga.status(),
        saga.step(),
        saga.stage(),
        saga.attempts(),
        saga.waitsFor(),
        saga.dueAt(),
        saga.turnRequested(),
        saga.startedBy(),
        saga.startedAt(),
        saga.changedAt());
  }
}
