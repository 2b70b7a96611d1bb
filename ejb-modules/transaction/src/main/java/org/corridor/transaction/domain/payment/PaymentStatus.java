package org.corridor.transaction.domain.payment;

/** How a payment stands. */
public enum PaymentStatus {
  CREATED,
  /** The money is set aside. */
  FUNDS_RESERVED,
  /** It may be at the processor or not: it is being asked. */
  UNKNOWN,
  /** The processor has taken it on. */
  SUBMITTED,
  PAID,
  /** It was refused for a reason that the payer can correct. */
  DECLINED,
  /** The platform or the processor could not. */
  FAILED,
  CANCELLED,
  /** It was paid, and came back. */
  RETURNED
}
