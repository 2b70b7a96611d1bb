package org.corridor.transaction.application.payment;

import java.util.List;
import java.util.UUID;
import org.corridor.transaction.domain.payment.Payment;

/**
 * Whoever carries payments to other banks. Never called inside of a unit of work; whatever goes
 * wrong on the way is an answer too.
 */
public interface PaymentProcessor {

  /** How it is called in these books: its nostro account is {@code NOSTRO_<name>-<currency>}. */
  String name();

  /** False if none is configured. */
  boolean isThere();

  /** Asks it to pay. With the same id it pays once, however often it is asked. */
  ProcessorAnswer submit(UUID submissionId, Payment payment);

  /** What became of a submission. */
  ProcessorAnswer ask(UUID submissionId);

  /**
   * Payments that have come back, in the order of their numbers.
   *
   * @param after the number that was seen last; 0 for none
   * @throws ProcessorUnavailable if it does not say
   */
  List<ReturnedSubmission> returns(long after, int limit);

  /**
   * A payment that has come back.
   *
   * @param number grows from one to the next
   * @param reason for people
   */
  record ReturnedSubmission(long number, UUID submissionId, String code, String reason) {}
}
