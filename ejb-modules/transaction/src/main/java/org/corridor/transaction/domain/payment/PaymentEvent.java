package org.corridor.transaction.domain.payment;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** What can happen to a payment. */
public sealed interface PaymentEvent extends DomainEvent {

  UUID paymentId();

  Instant at();

  /** It was asked for, and is within the limits. */
  record PaymentCreated(
      UUID paymentId, Instruction instruction, String correlationId, String by, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-created.v1";
    }
  }

  /** The money is set aside. */
  record PaymentFundsReserved(UUID paymentId, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-funds-reserved.v1";
    }
  }

  /** The processor did not answer; it is asked until it does. */
  record PaymentOutcomeUnknown(UUID paymentId, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-outcome-unknown.v1";
    }
  }

  /**
   * The processor has taken it on.
   *
   * @param reference how the processor calls it; may be null
   */
  record PaymentSubmitted(UUID paymentId, String reference, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-submitted.v1";
    }
  }

  /** The processor has paid, and it is booked. */
  record PaymentPaid(UUID paymentId, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-paid.v1";
    }
  }

  /** It was refused for a reason that the payer can correct; nothing has moved. */
  record PaymentDeclined(UUID paymentId, String code, String detail, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-declined.v1";
    }
  }

  /** The platform or the processor could not; nothing has moved. */
  record PaymentFailed(UUID paymentId, String code, String detail, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-failed.v1";
    }
  }

  /** Somebody who may wants it to be cancelled; it will be, unless it is too late. */
  record PaymentCancellationRequested(UUID paymentId, String by, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-cancellation-requested.v1";
    }
  }

  /** It was cancelled; nothing has moved. */
  record PaymentCancelled(UUID paymentId, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-cancelled.v1";
    }
  }

  /** It was paid and came back; the money is on the payer's account again. */
  record PaymentReturned(UUID paymentId, String code, String detail, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "transaction.payment-returned.v1";
    }
  }
}
