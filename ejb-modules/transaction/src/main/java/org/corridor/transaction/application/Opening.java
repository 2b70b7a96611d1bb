package org.corridor.transaction.application;

import java.util.Optional;
import org.corridor.transaction.application.PendingOrders.Attempt;
import org.corridor.transaction.domain.Transaction;

/** What became of the first step of a transaction. */
public sealed interface Opening {

  /**
   * It is written.
   *
   * @param attempt the order that is to be given now; empty while it waits for approval
   */
  record Opened(Transaction transaction, Optional<Attempt> attempt) implements Opening {}

  /** It was not to be; nothing is written, and its key is free. */
  record Refused(MoveOutcome outcome) implements Opening {}

  /** Its key belongs to another request, or to an earlier one; nothing is written. */
  record KeyTaken() implements Opening {}
}
