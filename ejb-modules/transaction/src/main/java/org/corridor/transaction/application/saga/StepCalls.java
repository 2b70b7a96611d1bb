package org.corridor.transaction.application.saga;

import java.time.Duration;
import java.util.function.Supplier;
import org.corridor.transaction.domain.saga.StepOutcome;

/** Makes calls that have only so much time. */
@FunctionalInterface
public interface StepCalls {

  /**
   * @return the outcome; Unknown if there is none in time, or the call failed with an exception
   */
  StepOutcome make(Supplier<StepOutcome> call, Duration timeout);
}
