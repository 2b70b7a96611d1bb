package org.corridor.transaction.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancellationRequested;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancelled;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCreated;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentDeclined;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFailed;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFundsReserved;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentOutcomeUnknown;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentPaid;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentReturned;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentSubmitted;

/**
 * A payment to the outside.
 *
 * <p>{@code CREATED -> FUNDS_RESERVED -> SUBMITTED -> PAID}; {@code UNKNOWN} while it is not known
 * whether the processor has it. It ends otherwise as {@code DECLINED}, {@code FAILED} or {@code
 * CANCELLED}, and then nothing has moved; {@code RETURNED} follows {@code PAID}.
 *
 * <p>How it gets there is its saga's business, which decides; here is what it means.
 *
 * @param reference how the processor calls it; null before it has it, and if it does not say
 * @param refusal why it was declined, has failed or was returned; null if none of these
 * @param cancelledBy who wants it to be cancelled; null if nobody does
 * @param version of its stream
 */
public record Payment(
    UUID id,
    Instruction instruction,
    Making making,
    PaymentStatus status,
    String reference,
    Refusal refusal,
    String cancelledBy,
    Instant changedAt,
    long version) {

  public Payment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(instruction, "instruction");
    Objects.requireNonNull(making, "making");
    Objects.requireNonNull(status, "status");
  }

  public static PaymentChange create(UUID id, Instruction instruction, Making making) {
    var event =
        new PaymentCreated(id, instruction, making.correlationId(), making.by(), making.at());
    return new PaymentChange(begun(event), event);
  }

  /** As its events say, the oldest first. */
  public static Payment fold(List<? extends PaymentEvent> events) {
    Payment payment = null;
    for (var event : events) {
      payment = payment == null ? begun((PaymentCreated) event) : payment.after(event);
    }
    return Objects.requireNonNull(payment, "a payment without events");
  }

  public Optional<Refusal> whyNot() {
    return Optional.ofNullable(refusal);
  }

  public PaymentChange change(PaymentEvent event) {
    return new PaymentChange(after(event), event);
  }

  private static Payment begun(PaymentCreated event) {
    return new Payment(
        event.paymentId(),
        event.instruction(),
        new Making(event.by(), event.at(), event.correlationId()),
        PaymentStatus.CREATED,
        null,
        null,
        null,
        event.at(),
        1);
  }

  private Payment after(PaymentEvent event) {
    if (event instanceof PaymentFundsReserved) {
      return with(event, PaymentStatus.FUNDS_RESERVED, reference, refusal);
    }
    if (event instanceof PaymentOutcomeUnknown) {
      return with(event, PaymentStatus.UNKNOWN, reference, refusal);
    }
    if (event instanceof PaymentSubmitted submitted) {
      return with(event, PaymentStatus.SUBMITTED, submitted.reference(), refusal);
    }
    if (event instanceof PaymentPaid) {
      return with(event, PaymentStatus.PAID, reference, refusal);
    }
    if (event instanceof PaymentCancelled) {
      return with(event, PaymentStatus.CANCELLED, reference, refusal);
    }
    if (event instanceof PaymentDeclined no) {
      return with(event, PaymentStatus.DECLINED, reference, new Refusal(no.code(), no.detail()));
    }
    if (event instanceof PaymentFailed no) {
      return with(event, PaymentStatus.FAILED, reference, new Refusal(no.code(), no.detail()));
    }
    if (event instanceof PaymentReturned no) {
      return with(event, PaymentStatus.RETURNED, reference, new Refusal(no.code(), no.detail()));
    }
    if (event instanceof PaymentCancellationRequested wish) {
      return new Payment(
          id, instruction, making, status, reference, refusal, wish.by(), event.at(), version + 1);
    }
    throw new IllegalStateException("a payment begins once: " + event);
  }

  private Payment with(PaymentEvent event, PaymentStatus now, String known, Refusal why) {
    return new Payment(
        id, instruction, making, now, known, why, cancelledBy, event.at(), version + 1);
  }
}
