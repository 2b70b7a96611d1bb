package org.corridor.transaction.application.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.contracts.account.PostingOrder.Leg;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.saga.StepIds;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Books back what has come back: the payment's journal is reversed, which the ledger does once.
 *
 * @param payments finds the payment of a saga
 */
record BookReturn(Ledger ledger, Function<StepCall, Payment> payments) implements StepAction {

  @Override
  public StepOutcome perform(StepCall call) {
    var instruction = payments.apply(call).instruction();
    return BookPayment.posted(
        new PostingOrder(
            call.stepId(),
            "PAYMENT_RETURN",
            null,
            List.of(
                new Leg(instruction.nostroAccountId(), instruction.amount().negated()),
                new Leg(instruction.debtor().side().accountId(), instruction.amount())),
            null,
            StepIds.of(call.subjectId(), PaymentSaga.BOOK),
            call.correlationId(),
            Map.of("payment", call.subjectId().toString())),
        ledger);
  }

  @Override
  public StepOutcome ask(StepCall call) {
    return BookPayment.known(call, ledger);
  }

  /** There is no way back. */
  @Override
  public StepOutcome undo(StepCall call) {
    return new StepOutcome.Refused("not-undone", "What came back is not undone by a saga.");
  }
}
