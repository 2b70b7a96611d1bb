package org.corridor.transaction.application;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Transaction.Settlement;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Mode;

/** Orders the ledger to post a batch, and has its answers written down. */
@ApplicationScoped
public class OrderBatch {

  private static final Logger LOG = Logger.getLogger(OrderBatch.class.getName());

  private final Ledger ledger;
  private final Desk desk;
  private final UnitOfWork units;
  private final TransferBatches batches;
  private final Executor workers;

  /** For the container's proxy. */
  protected OrderBatch() {
    this(null, null, null, null, null);
  }

  @Inject
  public OrderBatch(
      Ledger ledger,
      Desk desk,
      UnitOfWork units,
      TransferBatches batches,
      @WorkerThreads Executor workers) {
    this.ledger = ledger;
    this.desk = desk;
    this.units = units;
    this.batches = batches;
    this.workers = workers;
  }

  /**
   * Whatever goes wrong, the batch stays ordered, and the reconciliation takes it on.
   *
   * @param by who acts
   * @return the batch as it stands then
   */
  CompletionStage<TransferBatch> order(TransferBatch batch, Attempt attempt, String by) {
    return post(batch)
        .thenCompose(answers -> desk.closeBatch(batch, attempt, settlements(answers), by))
        .thenCompose(
            closed ->
                closed.isPresent()
                    ? completedFuture(closed.get())
                    : supplyAsync(() -> asItStands(batch), workers))
        .handle((after, failure) -> failure == null ? after : stillOrdered(batch, failure));
  }

  /** Every attempt gives the ledger the very same orders. */
  private CompletionStage<List<PostingAnswer>> post(TransferBatch batch) {
    var correlation = batch.making().correlationId();
    var orders =
        batch.orders().stream()
            .map(item -> OrderPosting.orderFor(item.transactionId(), item.movement(), correlation))
            .toList();
    return orders.isEmpty()
        ? completedFuture(List.of())
        : ledger.postAll(orders, batch.mode() == Mode.ALL_OR_NOTHING);
  }

  private static List<Settlement> settlements(List<PostingAnswer> answers) {
    Function<PostingAnswer, Settlement> settlement =
        answer ->
            answer.posted()
                ? new Settlement(answer.bookedAt(), null)
                : new Settlement(null, new Refusal(answer.refusal(), answer.detail()));
    return answers.stream().map(settlement).toList();
  }

  private TransferBatch asItStands(TransferBatch batch) {
    return units.within(() -> batches.find(batch.id())).orElseThrow();
  }

  private static TransferBatch stillOrdered(TransferBatch batch, Throwable failure) {
    LOG.log(Level.WARNING, "not known yet what became of transfer batch " + batch.id(), failure);
    return batch;
  }
}
