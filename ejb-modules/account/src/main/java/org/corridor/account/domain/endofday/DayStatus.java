package org.corridor.account.domain.endofday;

/**
 * {@code REQUESTED -> RUNNING -> DONE}; {@code FAILED} after several attempts, until asked again.
 */
public enum DayStatus {
  REQUESTED,
  RUNNING,
  DONE,
  FAILED;

  public boolean isOpen() {
    return this == REQUESTED || this == RUNNING;
  }
}
