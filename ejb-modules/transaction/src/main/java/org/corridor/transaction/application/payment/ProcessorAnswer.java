package org.corridor.transaction.application.payment;

/** What a processor says to a submission, or to a question about one. */
public sealed interface ProcessorAnswer {

  /** It has taken it on, and not paid yet. */
  record Accepted(String reference) implements ProcessorAnswer {}

  /** It has paid. */
  record Settled(String reference) implements ProcessorAnswer {}

  /** It does not pay, and says why. */
  record Rejected(String detail) implements ProcessorAnswer {}

  /** It knows of no such submission. */
  record NotKnown() implements ProcessorAnswer {}

  /** It was not reached: it cannot have done anything. */
  record NotReached(String reason) implements ProcessorAnswer {}

  /** It has not answered, or not so that it could be understood: it may have done it. */
  record NoAnswer(String reason) implements ProcessorAnswer {}
}
