package org.corridor.transaction.application.payment;

import java.util.function.Function;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Has the processor take it on. From then on there is no way back but the processor's.
 *
 * @param payments finds the payment of a saga
 */
record SubmitPayment(PaymentProcessor processor, Function<StepCall, Payment> payments)
    implements StepAction {

  @Override
  public StepOutcome perform(StepCall call) {
    return PaymentSteps.submitted(processor.submit(call.stepId(), payments.apply(call)));
  }

  @Override
  public StepOutcome ask(StepCall call) {
    return PaymentSteps.asked(processor.ask(call.stepId()));
  }

  /** Only after the processor itself has given it up: there is nothing to undo. */
  @Override
  public StepOutcome undo(StepCall call) {
    return new StepOutcome.Done(null);
  }
}
