package org.corridor.transaction.domain.saga;

import java.util.UUID;

/**
 * What a saga does next.
 *
 * @param stepId the idempotency id of the step, the same at every attempt
 */
public record Move(How how, String step, UUID stepId) {

  /** What is called. */
  public enum How {
    /** The deed. */
    PERFORM,
    /** The question what became of it. */
    ASK,
    /** Its undoing. */
    UNDO
  }
}
