package org.corridor.transaction.application;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.id.Ids;
import org.corridor.platform.idempotency.Claim;
import org.corridor.platform.trace.CurrentTrace;
import org.corridor.transaction.application.TransferBatches.Attempt;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Mode;

/**
 * Many transfers in one request, each by the rules of a single one: begun in one transaction of the
 * database, ordered in one order to the ledger, ended in one more transaction (docs/adr/0013).
 */
@ApplicationScoped
public class TransferTogether {

  private final Ledger ledger;
  private final Desk desk;
  private final OrderBatch orders;
  private final UnitOfWork units;
  private final RequestKeys keys;
  private final TransferBatches batches;
  private final Executor workers;

  /** For the container's proxy. */
  protected TransferTogether() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public TransferTogether(
      Ledger ledger,
      Desk desk,
      OrderBatch orders,
      UnitOfWork units,
      RequestKeys keys,
      TransferBatches batches,
      @WorkerThreads Executor workers) {
    this.ledger = ledger;
    this.desk = desk;
    this.orders = orders;
    this.units = units;
    this.keys = keys;
    this.batches = batches;
    this.workers = workers;
  }

  /**
   * @throws LedgerUnavailable if not even the accounts can be looked up; nothing was written
   */
  public CompletionStage<BatchOutcome> transfer(
      MoveRequest request, Mode mode, List<Transfer> transfers) {
    return transfer(Ids.next(), request, mode, transfers);
  }

  /**
   * As a batch whose id is known before, so that it is found again whatever happens.
   *
   * @throws LedgerUnavailable as above
   */
  public CompletionStage<BatchOutcome> transfer(
      UUID batchId, MoveRequest request, Mode mode, List<Transfer> transfers) {
    List<Item> items;
    try {
      items = prepare(request.caller(), transfers);
    } catch (LedgerUnavailable e) {
      return completedFuture(answeredBefore(request).orElseThrow(() -> e));
    }
    var faults = items.stream().map(Item::fault).filter(Objects::nonNull).toList();
    if (mode == Mode.ALL_OR_NOTHING && !faults.isEmpty()) {
      return completedFuture(
          answeredBefore(request).orElseGet(() -> new BatchOutcome.Refused(faults)));
    }
    var trace = CurrentTrace.capture();
    return desk.openBatch(batchId, request, mode, items)
        .thenCompose(opening -> trace.within(() -> goOn(request, opening)));
  }

  /** Empty also if it is not the caller's to see. */
  public Optional<TransferBatch> find(Caller caller, UUID id) {
    return units
        .within(() -> batches.find(id))
        .filter(
            batch ->
                Concealed.unless(
                    TransactionAccess.seesBatch(caller, batch), caller, "transfer-batch", id));
  }

  /** The accounts are looked up together. */
  private List<Item> prepare(Caller caller, List<Transfer> transfers) {
    var ids = new HashSet<UUID>();
    var numbers = new HashSet<String>();
    for (var transfer : transfers) {
      ids.add(transfer.source());
      if (transfer.destination().id() != null) {
        ids.add(transfer.destination().id());
      } else {
        numbers.add(transfer.destination().number());
      }
    }
    var byId = ledger.accounts(ids);
    var byNumber = ledger.accountsByNumber(numbers);
    var check =
        new PrepareTransfer(
            id -> Optional.ofNullable(byId.get(id)),
            number -> Optional.ofNullable(byNumber.get(number)),
            TransactionAccess::maySpend);
    var items = new ArrayList<Item>(transfers.size());
    for (var nth = 0; nth < transfers.size(); nth++) {
      items.add(item(check.prepare(caller, transfers.get(nth)), nth));
    }
    return items;
  }

  private static Item item(Preparation prepared, int nth) {
    if (prepared instanceof Preparation.Ready ready) {
      return Item.ordered(Ids.next(), ready.movement());
    }
    var refused = (MoveOutcome.Refused) ((Preparation.Stopped) prepared).outcome();
    return Item.refused(fault(refused, nth));
  }

  /** What is refused of a single transfer, at its place in the batch. */
  public static Fault fault(MoveOutcome.Refused refused, int nth) {
    return new Fault(
        refused.code(),
        refused.detail(),
        "/transfers/" + nth + Objects.requireNonNullElse(refused.pointer(), ""));
  }

  private CompletionStage<BatchOutcome> goOn(MoveRequest request, BatchOpening opening) {
    if (opening instanceof BatchOpening.Opened opened) {
      var batch = opened.batch();
      return orders
          .order(batch, Attempt.first(batch.id()), request.caller().subject())
          .thenApply(after -> new BatchOutcome.Made(after, false));
    }
    if (opening instanceof BatchOpening.Refused refused) {
      return completedFuture(new BatchOutcome.Refused(refused.faults()));
    }
    return supplyAsync(
        () -> answeredBefore(request).orElseGet(BatchOutcome.KeyInUse::new), workers);
  }

  private Optional<BatchOutcome> answeredBefore(MoveRequest request) {
    return units.within(() -> known(keys.claim(request.key())));
  }

  /** Empty if the key is fresh. */
  private Optional<BatchOutcome> known(Claim claim) {
    if (claim instanceof Claim.Fresh) {
      return Optional.empty();
    }
    if (claim instanceof Claim.OtherRequest) {
      return Optional.of(new BatchOutcome.KeyReused());
    }
    if (claim instanceof Claim.StillRunning) {
      return Optional.of(new BatchOutcome.KeyInUse());
    }
    var batch = batches.find(batches.batchOf(((Claim.Begun) claim).subject())).orElseThrow();
    return Optional.of(
        batch.status() == TransferBatch.Status.ORDERED
            ? new BatchOutcome.KeyInUse()
            : new BatchOutcome.Made(batch, true));
  }
}
