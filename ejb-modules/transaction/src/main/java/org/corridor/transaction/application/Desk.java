package org.corridor.transaction.application;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;

/**
 * Where limited movements begin and end: many in one database transaction, each as if it had one of
 * its own (docs/adr/0010). Its futures are completed by the thread that writes for everybody, so
 * whatever takes long must run elsewhere. When they fail, it is with an exception of {@code
 * org.corridor.platform.groupcommit}.
 */
public interface Desk {

  /**
   * Claims the request's key, holds the movement against its limits and reserves its share of the
   * day's, writes the transaction, and notes the order to the ledger; or does nothing at all.
   */
  CompletableFuture<Opening> open(MoveRequest request, Movement movement);

  /**
   * Writes what the ledger said to the first attempt at an order, with all that follows from it.
   *
   * @param by who asked for the transaction
   * @return empty if somebody else has written about the transaction meanwhile: nothing was done,
   *     it must be looked at on its own
   */
  CompletableFuture<Optional<Transaction>> settle(Opened opened, PostingAnswer answer, String by);
}
