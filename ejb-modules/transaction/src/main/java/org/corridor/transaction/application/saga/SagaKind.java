package org.corridor.transaction.application.saga;

import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaPlan;

/** A kind of saga: its plan, and what its steps do. */
public interface SagaKind {

  SagaPlan plan();

  /** What the step of the plan does. */
  StepAction action(String step);

  /** Something happened to a saga of this kind; called in the unit of work that writes it. */
  void happened(SagaChange change);
}
