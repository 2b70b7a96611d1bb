package org.corridor.transaction.application.payment;

import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.payment.PaymentProcessor.ReturnedSubmission;

/** What processors have sent back, as far as it was taken notice of. */
public interface PaymentReturns {

  /** The number that was taken last; 0 if none was. */
  long last();

  /**
   * Takes one.
   *
   * @param paymentId what has come back; null if no such payment is known
   * @return false if it was taken before; then nothing is written
   */
  boolean take(ReturnedSubmission returned, UUID paymentId);

  /** Why a payment has come back; empty if it has not. */
  Optional<ReturnedSubmission> of(UUID paymentId);
}
