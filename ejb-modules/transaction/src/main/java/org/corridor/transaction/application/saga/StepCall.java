package org.corridor.transaction.application.saga;

import java.util.UUID;

/**
 * A call of a step.
 *
 * @param subjectId what the saga is about
 * @param stepId the idempotency id, the same at every attempt
 * @param correlationId of the request that the saga began with
 */
public record StepCall(UUID sagaId, UUID subjectId, UUID stepId, String correlationId) {}
