package org.corridor.transaction.infrastructure.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.transaction.application.BatchOpening;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.Opening;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.Transaction.Settlement;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Closing;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;

/** What the desk is asked to do. */
sealed interface DeskCommand {

  /**
   * To begin a movement.
   *
   * @param id of the transaction that it becomes: when the command is done again after a commit
   *     whose outcome is not known, it finds itself by that
   */
  record Open(UUID id, MoveRequest request, Movement movement) implements DeskCommand {}

  /**
   * To end one.
   *
   * @param transaction as it was begun
   */
  record Settle(Transaction transaction, PostingAnswer answer, String by) implements DeskCommand {}

  /**
   * To begin a batch.
   *
   * @param id of the batch, as that of a movement
   */
  record OpenBatch(UUID id, MoveRequest request, Mode mode, List<Item> items)
      implements DeskCommand {

    @Override
    public int size() {
      return Math.max(1, items.size() / CHEAPER_TOGETHER);
    }
  }

  /**
   * To end one.
   *
   * @param batch as it was begun
   * @param answers one to each of its orders
   */
  record CloseBatch(TransferBatch batch, Attempt attempt, List<Settlement> answers, String by)
      implements DeskCommand {

    @Override
    public int size() {
      return Math.max(1, batch.items().size() / CHEAPER_TOGETHER);
    }
  }

  /** So many transfers of a batch cost about what one costs that comes alone. */
  int CHEAPER_TOGETHER = 4;

  /** What it counts for. */
  default int size() {
    return 1;
  }

  /** What became of it. */
  sealed interface Outcome {

    record Begun(Opening opening) implements Outcome {}

    /**
     * @param transaction empty if somebody else has written about it meanwhile
     */
    record Ended(Optional<Transaction> transaction) implements Outcome {}

    record BatchBegun(BatchOpening opening) implements Outcome {}

    /**
     * @param closing empty if it was closed before, or a refusal is not to be believed
     */
    record BatchEnded(Optional<Closing> closing) implements Outcome {}
  }
}
