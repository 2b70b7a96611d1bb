package org.corridor.transaction.application.payment;

import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.saga.StepOutcome;

/** Waits until the processor has paid: asks it, less and less often. */
record AwaitSettlement(PaymentProcessor processor) implements StepAction {

  @Override
  public StepOutcome perform(StepCall call) {
    return ask(call);
  }

  @Override
  public StepOutcome ask(StepCall call) {
    return PaymentSteps.settled(processor.ask(PaymentSaga.submissionOf(call.sagaId())));
  }

  /** It has changed nothing. */
  @Override
  public StepOutcome undo(StepCall call) {
    return new StepOutcome.Done(null);
  }
}
