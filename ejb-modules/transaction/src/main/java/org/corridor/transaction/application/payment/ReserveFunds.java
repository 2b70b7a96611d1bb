package org.corridor.transaction.application.payment;

import java.time.Duration;
import java.util.function.Function;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.transaction.application.Holds;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Sets the money aside, by a hold whose id is the step's. Should nobody ever come back to it, the
 * hold expires by itself.
 *
 * @param payments finds the payment of a saga
 */
record ReserveFunds(Holds holds, Function<StepCall, Payment> payments) implements StepAction {

  /** Longer than any payment takes; less than the ledger allows. */
  private static final Duration EXPIRES_AFTER = Duration.ofDays(60);

  @Override
  public StepOutcome perform(StepCall call) {
    var payment = payments.apply(call);
    var instruction = payment.instruction();
    return standing(
        holds.place(
            new HoldOrder(
                call.stepId(),
                instruction.debtor().side().accountId(),
                instruction.amount(),
                payment.making().at().plus(EXPIRES_AFTER),
                call.correlationId())));
  }

  @Override
  public StepOutcome ask(StepCall call) {
    var account = payments.apply(call).instruction().debtor().side().accountId();
    return holds
        .hold(account, call.stepId())
        .map(ReserveFunds::standing)
        .orElseGet(() -> new StepOutcome.TryAgain("the ledger has no such hold"));
  }

  @Override
  public StepOutcome undo(StepCall call) {
    var account = payments.apply(call).instruction().debtor().side().accountId();
    var released = holds.release(account, call.stepId(), call.correlationId());
    if (!released.isRefused()) {
      return new StepOutcome.Done(null);
    }
    // it may have ended before: then there is nothing left to be released
    var now = holds.hold(account, call.stepId()).map(HoldAnswer::status).orElse("");
    return now.equals("EXPIRED") || now.equals("RELEASED")
        ? new StepOutcome.Done(null)
        : new StepOutcome.Refused(released.refusal(), released.detail());
  }

  private static StepOutcome standing(HoldAnswer answer) {
    if (answer.isRefused()) {
      return new StepOutcome.Refused(answer.refusal(), answer.detail());
    }
    return answer.status().equals("ACTIVE")
        ? new StepOutcome.Done(answer.holdId().toString())
        : new StepOutcome.Refused("hold-not-active", "The hold is " + answer.status() + ".");
  }
}
