package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.contracts.account.PostingOrder.Leg;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.PendingOrders.Attempt;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction;

/** Orders the ledger to post, outside of any unit of work, and has its answer written down. */
@ApplicationScoped
public class OrderPosting {

  private final Ledger ledger;
  private final RecordOutcome outcomes;

  /** For the container's proxy. */
  protected OrderPosting() {
    this(null, null);
  }

  @Inject
  public OrderPosting(Ledger ledger, RecordOutcome outcomes) {
    this.ledger = ledger;
    this.outcomes = outcomes;
  }

  /**
   * @param by who asked for it
   * @return the transaction as the ledger's answer has left it; as it was if it waits for approval
   */
  Transaction order(Opened opened, String by) {
    return opened
        .attempt()
        .map(attempt -> order(opened.transaction(), attempt, by))
        .orElse(opened.transaction());
  }

  Transaction order(Transaction transaction, Attempt attempt, String by) {
    PostingAnswer answer;
    try {
      answer = post(transaction).toCompletableFuture().join();
    } catch (CompletionException | LedgerUnavailable e) {
      return unanswered(attempt, e, by);
    }
    return answered(attempt, answer, by);
  }

  /** Every attempt gives the ledger the very same order. */
  CompletionStage<PostingAnswer> post(Transaction transaction) {
    return ledger.post(
        orderFor(transaction.id(), transaction.movement(), transaction.making().correlationId()));
  }

  Transaction answered(Attempt attempt, PostingAnswer answer, String by) {
    return answer.posted()
        ? outcomes.posted(attempt.transactionId(), answer.bookedAt(), by)
        : outcomes.refused(attempt, new Refusal(answer.refusal(), answer.detail()), by);
  }

  /**
   * @param failure must be that the ledger is not available; anything else is a bug, and thrown
   */
  Transaction unanswered(Attempt attempt, Throwable failure, String by) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof LedgerUnavailable unavailable) {
      return outcomes.unanswered(attempt.transactionId(), unavailable, by);
    }
    throw cause instanceof RuntimeException bug ? bug : new CompletionException(cause);
  }

  /** Asks first: most lost orders have been fulfilled, only nobody wrote it down. */
  Transaction orderAgain(Transaction transaction, Attempt attempt) {
    PostingAnswer known;
    try {
      known = ledger.posting(transaction.id()).filter(PostingAnswer::posted).orElse(null);
    } catch (LedgerUnavailable e) {
      return unanswered(attempt, e, Transaction.PLATFORM);
    }
    return known != null
        ? outcomes.posted(transaction.id(), known.bookedAt(), Transaction.PLATFORM)
        : order(transaction, attempt, Transaction.PLATFORM);
  }

  /** The ledger is idempotent by its being the same each time. */
  static PostingOrder orderFor(UUID id, Movement movement, String correlationId) {
    return new PostingOrder(
        id,
        movement.kind().name(),
        null,
        List.of(
            new Leg(movement.source().accountId(), movement.amount().negated()),
            new Leg(movement.destination().accountId(), movement.amount())),
        null,
        movement.reverses(),
        correlationId,
        movement.reference() == null ? Map.of() : Map.of("reference", movement.reference()));
  }
}
