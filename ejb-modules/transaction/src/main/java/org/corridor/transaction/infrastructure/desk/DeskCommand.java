package org.corridor.transaction.infrastructure.desk;

import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.Opening;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Transaction;

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

  /** What became of it. */
  sealed interface Outcome {

    record Begun(Opening opening) implements Outcome {}

    /**
     * @param transaction empty if somebody else has written about it meanwhile
     */
    record Ended(Optional<Transaction> transaction) implements Outcome {}
  }
}
