package org.corridor.transaction.domain.saga;

import java.time.Duration;
import java.util.Objects;

/**
 * A step as it is planned.
 *
 * @param timeout how long one call of it may take
 * @param underWayFor how long after it was begun a call that was not answered may still arrive
 * @param pointOfNoReturn true if nothing is given up any more once it is done, or may be
 * @param onRefusal what follows if it is refused
 */
public record Step(
    String name,
    Duration timeout,
    Duration underWayFor,
    boolean pointOfNoReturn,
    OnRefusal onRefusal) {

  /** What follows from a refusal. */
  public enum OnRefusal {
    /** What was done before is undone. */
    COMPENSATE,
    /** Somebody must look at it: there is no way back, and none forward. */
    STOP
  }

  public Step {
    Objects.requireNonNull(onRefusal, "onRefusal");
    if (name.isBlank() || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a step has a name and some time: " + name);
    }
    if (underWayFor.compareTo(timeout) < 0) {
      throw new IllegalArgumentException("a call may be under way for its timeout at least");
    }
  }
}
