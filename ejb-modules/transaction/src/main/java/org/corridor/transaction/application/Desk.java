package org.corridor.transaction.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.Transaction.Settlement;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;

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

  /**
   * Claims the request's key, holds each transfer against its limits and reserves its share of the
   * day's, and writes the batch; or, if it is all or nothing and a limit forbids one, does nothing.
   *
   * @param id of the batch; one that is taken already is as a key that is
   * @param items ordered, or refused already
   */
  CompletableFuture<BatchOpening> openBatch(
      UUID id, MoveRequest request, Mode mode, List<Item> items);

  /**
   * Makes the transactions of a batch as the ledger's answers have it, with all that follows.
   *
   * @param answers one to each of the batch's orders
   * @param by who acts
   * @return empty if nothing was done: it was closed before, or a refusal cannot be believed, since
   *     another attempt may still be fulfilled
   */
  CompletableFuture<Optional<TransferBatch>> closeBatch(
      TransferBatch batch, Attempt attempt, List<Settlement> answers, String by);
}
