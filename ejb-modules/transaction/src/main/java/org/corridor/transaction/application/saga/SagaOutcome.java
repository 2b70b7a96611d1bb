package org.corridor.transaction.application.saga;

import org.corridor.transaction.domain.saga.Saga;

/** What became of an operator's wish. */
public sealed interface SagaOutcome {

  /** So it is now. */
  record Steered(Saga saga) implements SagaOutcome {}

  /** There is no such saga. */
  record NotFound() implements SagaOutcome {}

  /** It cannot be. */
  record Conflict(String code, String detail) implements SagaOutcome {}
}
