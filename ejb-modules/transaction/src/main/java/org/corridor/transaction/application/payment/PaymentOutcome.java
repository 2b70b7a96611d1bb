package org.corridor.transaction.application.payment;

import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.domain.payment.Payment;

/** What became of a wish about a payment. */
public sealed interface PaymentOutcome {

  /**
   * There is a payment.
   *
   * @param replayed true if the request was answered before, and this is how it stood then
   */
  record Made(Payment payment, boolean replayed) implements PaymentOutcome {}

  /** It was not to be; nothing was written. */
  record Stopped(MoveOutcome why) implements PaymentOutcome {}
}
