package org.corridor.transaction.application.payment;

import org.corridor.transaction.application.payment.ProcessorAnswer.Accepted;
import org.corridor.transaction.application.payment.ProcessorAnswer.NoAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotKnown;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotReached;
import org.corridor.transaction.application.payment.ProcessorAnswer.Rejected;
import org.corridor.transaction.application.payment.ProcessorAnswer.Settled;
import org.corridor.transaction.domain.saga.StepOutcome;

/** What the answers of a processor mean to a step. */
final class PaymentSteps {

  private static final String SILENT = "the processor does not answer: ";

  private PaymentSteps() {}

  /** To a submission: whoever was not reached cannot have it. */
  static StepOutcome submitted(ProcessorAnswer answer) {
    return answer instanceof NotReached none
        ? new StepOutcome.TryAgain("the processor cannot be reached: " + none.reason())
        : asked(answer);
  }

  /** To the question whether it has it: who was not reached may have it from before. */
  static StepOutcome asked(ProcessorAnswer answer) {
    if (answer instanceof Accepted accepted) {
      return new StepOutcome.Done(accepted.reference());
    }
    if (answer instanceof Settled settled) {
      return new StepOutcome.Done(settled.reference());
    }
    return answer instanceof NotKnown
        ? new StepOutcome.TryAgain("the processor knows nothing of it")
        : otherwise(answer);
  }

  /** To the question whether it has paid. */
  static StepOutcome settled(ProcessorAnswer answer) {
    if (answer instanceof Settled settled) {
      return new StepOutcome.Done(settled.reference());
    }
    if (answer instanceof Accepted) {
      return new StepOutcome.Pending("the processor has it, and has not paid yet");
    }
    return answer instanceof NotKnown
        ? new StepOutcome.Unknown("the processor does not know it any more")
        : otherwise(answer);
  }

  private static StepOutcome otherwise(ProcessorAnswer answer) {
    if (answer instanceof Rejected rejected) {
      return new StepOutcome.Refused("processor-refused", rejected.detail());
    }
    if (answer instanceof NotReached none) {
      return new StepOutcome.Unknown(SILENT + none.reason());
    }
    return new StepOutcome.Unknown(SILENT + ((NoAnswer) answer).reason());
  }
}
