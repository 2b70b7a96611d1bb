package org.corridor.transaction.application;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.platform.trace.CurrentTrace;
import org.corridor.transaction.application.Opening.Opened;
import org.corridor.transaction.application.Opening.Refused;
import org.corridor.transaction.domain.Transaction;

/**
 * Carries a limited movement of money from its request to the ledger's answer. No thread waits
 * meanwhile; what rarely happens and takes a transaction of its own is done by a worker.
 */
@ApplicationScoped
public class MoveMoney {

  private static final Logger LOG = Logger.getLogger(MoveMoney.class.getName());

  private final UnitOfWork units;
  private final OpenTransaction openings;
  private final Desk desk;
  private final OrderPosting orders;
  private final Executor workers;

  /** For the container's proxy. */
  protected MoveMoney() {
    this(null, null, null, null, null);
  }

  @Inject
  public MoveMoney(
      UnitOfWork units,
      OpenTransaction openings,
      Desk desk,
      OrderPosting orders,
      @WorkerThreads Executor workers) {
    this.units = units;
    this.openings = openings;
    this.desk = desk;
    this.orders = orders;
    this.workers = workers;
  }

  /**
   * What stands in the way is told only to a request that was not answered before: the same key
   * gets the first answer again, whatever has become of the accounts.
   *
   * @param preparation checks the request against the accounts; asks the ledger
   */
  CompletionStage<MoveOutcome> move(MoveRequest request, Supplier<Preparation> preparation) {
    Preparation prepared;
    try {
      prepared = preparation.get();
    } catch (LedgerUnavailable e) {
      return completedFuture(answeredBefore(request).orElseThrow(() -> e));
    }
    if (prepared instanceof Preparation.Stopped stopped) {
      return completedFuture(answeredBefore(request).orElse(stopped.outcome()));
    }
    var movement = ((Preparation.Ready) prepared).movement();
    var trace = CurrentTrace.capture();
    return desk.open(request, movement).thenCompose(opening -> goOn(request, opening, trace));
  }

  private CompletionStage<MoveOutcome> goOn(
      MoveRequest request, Opening opening, CurrentTrace trace) {
    if (opening instanceof Opened opened) {
      return trace
          .within(() -> order(opened, request.caller().subject()))
          .thenApply(transaction -> new MoveOutcome.Made(transaction, false));
    }
    if (opening instanceof Refused refused) {
      return completedFuture(refused.outcome());
    }
    return supplyAsync(() -> answeredBefore(request).orElseGet(MoveOutcome.KeyInUse::new), workers);
  }

  private Optional<MoveOutcome> answeredBefore(MoveRequest request) {
    return units.within(() -> openings.known(request.key()));
  }

  private CompletionStage<Transaction> order(Opened opened, String by) {
    var transaction = opened.transaction();
    if (opened.attempt().isEmpty()) {
      return completedFuture(transaction);
    }
    return orders
        .post(transaction)
        .handle((answer, failure) -> record(opened, answer, failure, by))
        .thenCompose(recorded -> recorded);
  }

  private CompletionStage<Transaction> record(
      Opened opened, PostingAnswer answer, Throwable failure, String by) {
    var attempt = opened.attempt().orElseThrow();
    if (failure != null) {
      return supplyAsync(() -> orders.unanswered(attempt, failure, by), workers);
    }
    return desk.settle(opened, answer, by)
        .handle((settled, notWritten) -> told(opened, settled, notWritten))
        .thenCompose(
            settled ->
                settled.isPresent()
                    ? completedFuture(settled.get())
                    : supplyAsync(() -> orders.answered(attempt, answer, by), workers));
  }

  /**
   * If the ledger's answer cannot be written now, the transaction is told as it was begun: the
   * ledger is ordering, and what it said will be found again ({@link ReconcileOrders}).
   */
  private static Optional<Transaction> told(
      Opened opened, Optional<Transaction> settled, Throwable notWritten) {
    if (notWritten == null) {
      return settled;
    }
    var transaction = opened.transaction();
    LOG.log(
        Level.WARNING, "not written what became of transaction " + transaction.id(), notWritten);
    return Optional.of(transaction);
  }
}
