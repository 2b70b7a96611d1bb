package org.corridor.transaction.application.payment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.contracts.account.PostingOrder.Leg;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.saga.StepAction;
import org.corridor.transaction.application.saga.StepCall;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.saga.StepIds;
import org.corridor.transaction.domain.saga.StepOutcome;

/**
 * Books what the processor has paid: the hold is captured to its nostro account.
 *
 * @param payments finds the payment of a saga
 */
record BookPayment(Ledger ledger, Function<StepCall, Payment> payments) implements StepAction {

  @Override
  public StepOutcome perform(StepCall call) {
    var instruction = payments.apply(call).instruction();
    var order =
        new PostingOrder(
            call.stepId(),
            "PAYMENT",
            null,
            List.of(
                new Leg(instruction.debtor().side().accountId(), instruction.amount().negated()),
                new Leg(instruction.nostroAccountId(), instruction.amount())),
            StepIds.of(call.sagaId(), PaymentSaga.RESERVE),
            null,
            call.correlationId(),
            Map.of("payment", call.subjectId().toString()));
    return posted(order, ledger);
  }

  static StepOutcome posted(PostingOrder order, Ledger ledger) {
    PostingAnswer answer;
    try {
      answer = ledger.post(order).toCompletableFuture().join();
    } catch (CompletionException e) {
      return new StepOutcome.Unknown("the ledger did not answer");
    }
    return answer.posted()
        ? new StepOutcome.Done(answer.postingId().toString())
        : new StepOutcome.Refused(answer.refusal(), answer.detail());
  }

  @Override
  public StepOutcome ask(StepCall call) {
    return known(call, ledger);
  }

  static StepOutcome known(StepCall call, Ledger ledger) {
    return ledger
        .posting(call.stepId())
        .<StepOutcome>map(posting -> new StepOutcome.Done(posting.postingId().toString()))
        .orElseGet(() -> new StepOutcome.TryAgain("the ledger has no such journal"));
  }

  /** Behind the point of no return nothing is undone. */
  @Override
  public StepOutcome undo(StepCall call) {
    return new StepOutcome.Refused("not-undone", "What was paid is not undone by a saga.");
  }
}
