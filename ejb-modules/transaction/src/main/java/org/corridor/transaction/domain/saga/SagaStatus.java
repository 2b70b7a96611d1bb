package org.corridor.transaction.domain.saga;

/** How a saga stands. */
public enum SagaStatus {
  /** It goes forward, step by step. */
  RUNNING,
  /** It goes back: what was done is undone, the last first. */
  COMPENSATING,
  /** It can go neither way by itself: somebody must look at it. */
  STUCK,
  /** All is done. */
  COMPLETED,
  /** All that was done is undone. */
  COMPENSATED;

  public boolean hasEnded() {
    return this == COMPLETED || this == COMPENSATED;
  }
}
