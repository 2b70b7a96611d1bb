package org.corridor.transaction.application.saga;

import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * What a step does at somebody else's. Called outside of any unit of work; each may be called any
 * number of times, also while an earlier call is still on its way. An exception is an outcome that
 * is not known.
 */
public interface StepAction {

  /** Does it; with the same id it is done once, however often it is called. */
  StepOutcome perform(StepCall call);

  /** What became of it; TryAgain if the other side knows nothing of it. Changes nothing. */
  StepOutcome ask(StepCall call);

  /** Undoes what was done; done again, it stays undone. */
  StepOutcome undo(StepCall call);
}
