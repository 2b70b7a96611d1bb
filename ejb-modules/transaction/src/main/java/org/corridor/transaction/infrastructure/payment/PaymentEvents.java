package org.corridor.transaction.infrastructure.payment;

import static java.util.Map.entry;

import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.payment.PaymentEvent;
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

/** How the events of payments are stored: a stream for each. */
final class PaymentEvents {

  private static final Map<String, Class<? extends PaymentEvent>> CLASSES =
      Map.ofEntries(
          entry("transaction.payment-created.v1", PaymentCreated.class),
          entry("transaction.payment-funds-reserved.v1", PaymentFundsReserved.class),
          entry("transaction.payment-outcome-unknown.v1", PaymentOutcomeUnknown.class),
          entry("transaction.payment-submitted.v1", PaymentSubmitted.class),
          entry("transaction.payment-paid.v1", PaymentPaid.class),
          entry("transaction.payment-declined.v1", PaymentDeclined.class),
          entry("transaction.payment-failed.v1", PaymentFailed.class),
          entry(
              "transaction.payment-cancellation-requested.v1", PaymentCancellationRequested.class),
          entry("transaction.payment-cancelled.v1", PaymentCancelled.class),
          entry("transaction.payment-returned.v1", PaymentReturned.class));

  private PaymentEvents() {}

  static String stream(UUID paymentId) {
    return "payment/" + paymentId;
  }

  static PaymentEvent event(EventEnvelope envelope) {
    var type = CLASSES.get(envelope.type());
    if (type == null) {
      throw new IllegalStateException("not an event of a payment: " + envelope.type());
    }
    return Json.read(envelope.data(), type);
  }
}
