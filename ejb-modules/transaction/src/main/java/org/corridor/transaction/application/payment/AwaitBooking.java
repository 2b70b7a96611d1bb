package org.corridor.transaction.application.payment;

import java.util.function.Function;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Waits until what has come back was booked: only then can it be booked back.
 *
 * @param payments finds the payment of a saga
 */
record AwaitBooking(Function<StepCall, Payment> payments) implements StepAction {

  @Override
  public StepOutcome perform(StepCall call) {
    return ask(call);
  }

  @Override
  public StepOutcome ask(StepCall call) {
    var status = payments.apply(call).status();
    return status == PaymentStatus.PAID || status == PaymentStatus.RETURNED
        ? new StepOutcome.Done(null)
        : new StepOutcome.Pending("the payment is not booked yet: " + status);
  }

  /** It has changed nothing. */
  @Override
  public StepOutcome undo(StepCall call) {
    return new StepOutcome.Done(null);
  }
}
