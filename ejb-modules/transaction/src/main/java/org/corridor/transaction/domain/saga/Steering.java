package org.corridor.transaction.domain.saga;

/** What becomes of somebody's wish about a saga. */
public sealed interface Steering {

  /** So it is; without events if it was so already. */
  record Steered(SagaChange change) implements Steering {}

  /** There is nothing to steer any more. */
  record Ended(SagaStatus status) implements Steering {}

  /**
   * There is no way back.
   *
   * @param step behind which there is none
   * @param inDoubt true if it is not known whether the step was done
   */
  record TooLate(String step, boolean inDoubt) implements Steering {}
}
