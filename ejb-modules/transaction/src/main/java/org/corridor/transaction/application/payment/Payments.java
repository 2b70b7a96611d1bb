package org.corridor.transaction.application.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentChange;
import org.corridor.transaction.domain.payment.PaymentEvent;

/** All payments: streams of events, and a row each that projects them. */
public interface Payments {

  /** As it is now. */
  Optional<Payment> find(UUID id);

  /** The one that a processor knows by this id. */
  Optional<Payment> bySubmission(UUID submissionId);

  /** All that happened to it, oldest first; empty if there is no such payment. */
  List<PaymentEvent> history(UUID id);

  /** Writes a new one. */
  void add(PaymentChange change);

  /**
   * Writes what happened to one.
   *
   * @throws org.corridor.platform.events.StreamMovedOn if another has written meanwhile
   */
  void save(PaymentChange change);

  /** The newest first. */
  List<Payment> list(PaymentQuery query, int limit);
}
