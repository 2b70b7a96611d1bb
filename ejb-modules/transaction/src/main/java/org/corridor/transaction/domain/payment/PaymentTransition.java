package org.corridor.transaction.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCancellationRequested;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentCreated;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentDeclined;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentFailed;
import org.corridor.transaction.domain.payment.PaymentEvent.PaymentReturned;

/**
 * One step of a payment's life, told from its events.
 *
 * @param event the type of the event
 * @param from null for the first; the same as {@code to} for a wish
 * @param by null if nobody asked for it
 * @param reason may be null
 */
public record PaymentTransition(
    String event, PaymentStatus from, PaymentStatus to, Instant at, String by, String reason) {

  /** The whole history of a payment, oldest first. */
  public static List<PaymentTransition> of(List<? extends PaymentEvent> events) {
    var history = new ArrayList<PaymentTransition>();
    PaymentStatus from = null;
    for (var i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var to = Payment.fold(events.subList(0, i + 1)).status();
      history.add(
          new PaymentTransition(event.type(), from, to, event.at(), by(event), reason(event)));
      from = to;
    }
    return history;
  }

  private static String by(PaymentEvent event) {
    if (event instanceof PaymentCreated created) {
      return created.by();
    }
    return event instanceof PaymentCancellationRequested wish ? wish.by() : null;
  }

  private static String reason(PaymentEvent event) {
    if (event instanceof PaymentDeclined declined) {
      return declined.code();
    }
    if (event instanceof PaymentFailed failed) {
      return failed.code();
    }
    return event instanceof PaymentReturned returned ? returned.code() : null;
  }
}
