package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.BatchOutcome.KeyInUse;
import org.corridor.transaction.application.BatchOutcome.Made;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.application.TransferTogether;
import org.corridor.transaction.application.file.FileChunks.FileChunk;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Mode;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile;

/** Makes a batch of transfers of a chunk of a file, in the name of who sent it. */
@ApplicationScoped
public class TransferChunk {

  /** No account has it. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Ledger ledger;
  private final TransferTogether transfers;

  /** For the container's proxy. */
  protected TransferChunk() {
    this(null, null);
  }

  @Inject
  public TransferChunk(Ledger ledger, TransferTogether transfers) {
    this.ledger = ledger;
    this.transfers = transfers;
  }

  /**
   * @return the batch; empty if another is just beginning it
   */
  CompletionStage<Optional<TransferBatch>> transfer(
      TransferFile file, FileOrder order, FileChunk chunk) {
    var request = new MoveRequest(order.maker(), key(order, chunk), file.making().correlationId());
    return transfers
        .transfer(chunk.batchId(), request, Mode.EACH, transfers(chunk.transfers()))
        .thenApply(outcome -> batch(outcome, chunk));
  }

  /** The caller's own, but with a space: no key that a caller sends has one. */
  private static RequestKey key(FileOrder order, FileChunk chunk) {
    return new RequestKey(
        order.maker().subject(), "file " + chunk.fileId() + " " + chunk.nth(), order.fingerprint());
  }

  private List<Transfer> transfers(List<FiledTransfer> filed) {
    var numbers = new HashSet<String>();
    for (var transfer : filed) {
      if (FiledTransfer.id(transfer.source()) == null) {
        numbers.add(transfer.source());
      }
    }
    var sources = ledger.accountsByNumber(numbers);
    return filed.stream().map(transfer -> transfer(transfer, sources)).toList();
  }

  private static Transfer transfer(FiledTransfer filed, Map<String, AccountSummary> sources) {
    var source = FiledTransfer.id(filed.source());
    if (source == null) {
      var known = sources.get(filed.source());
      source = known == null ? NOBODY : known.id();
    }
    var destination = FiledTransfer.id(filed.destination());
    return new Transfer(
        source,
        new Destination(destination, destination == null ? filed.destination() : null),
        filed.amount(),
        filed.reference());
  }

  private static Optional<TransferBatch> batch(BatchOutcome outcome, FileChunk chunk) {
    if (outcome instanceof Made made) {
      return Optional.of(made.batch());
    }
    if (outcome instanceof KeyInUse) {
      return Optional.empty();
    }
    throw new IllegalStateException(
        "chunk " + chunk.nth() + " of " + chunk.fileId() + ": " + outcome);
  }
}
