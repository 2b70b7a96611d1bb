package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.platform.groupcommit.Busy;
import org.corridor.platform.groupcommit.NothingDone;
import org.corridor.platform.groupcommit.OutcomeUnknown;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.TransferBatches;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.file.FileChunks.FileChunk;
import org.corridor.transaction.application.file.FileJob.FileNotPaid;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFile.Status;

/**
 * Pays one chunk of a file: a batch of transfers, whose id was made when the file came. So whoever
 * pays it, at once or after a crash, finds what was done before, and nothing is paid twice.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class PayFileChunk {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final UnitOfWork units;
  private final TransferFiles files;
  private final FileChunks chunks;
  private final TransferBatches batches;
  private final TransferChunk transfers;
  private final FileSettings settings;
  private final FileMeter meter;
  private final Clock clock;

  /** For the container's proxy. */
  protected PayFileChunk() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  public PayFileChunk(
      UnitOfWork units,
      TransferFiles files,
      FileChunks chunks,
      TransferBatches batches,
      TransferChunk transfers,
      FileSettings settings,
      FileMeter meter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.files = files;
    this.chunks = chunks;
    this.batches = batches;
    this.transfers = transfers;
    this.settings = settings;
    this.meter = meter;
    this.clock = clock;
  }

  /** The next chunk to be paid, from there on; empty if there is none, or the file is stopped. */
  public OptionalInt next(UUID fileId, int from) {
    return units.within(
        () ->
            files.find(fileId).orElseThrow().status() == Status.RUNNING
                ? chunks.next(fileId, from)
                : OptionalInt.empty());
  }

  /**
   * @throws FileNotPaid if it is not known yet what became of it, or nothing can be done now
   */
  public void pay(UUID fileId, int nth) {
    var chunk = units.within(() -> chunks.find(fileId, nth)).orElseThrow();
    if (!chunk.done()) {
      count(chunk, closed(chunk));
    }
  }

  /** A batch that stays ordered is healed by the reconciliation, as any other. */
  private TransferBatch closed(FileChunk chunk) {
    var until = System.nanoTime() + settings.patience().toNanos();
    RuntimeException trouble = null;
    while (true) {
      try {
        var batch = batchOf(chunk);
        if (batch.isPresent() && batch.get().status() != TransferBatch.Status.ORDERED) {
          return batch.get();
        }
        trouble = null;
      } catch (LedgerUnavailable | Busy | NothingDone | OutcomeUnknown e) {
        trouble = e;
      }
      if (System.nanoTime() >= until) {
        throw new FileNotPaid("a chunk could not be paid now", trouble);
      }
      pause();
    }
  }

  private Optional<TransferBatch> batchOf(FileChunk chunk) {
    var known = units.within(() -> batches.find(chunk.batchId()));
    if (known.isPresent()) {
      return known;
    }
    var file = units.within(() -> files.find(chunk.fileId())).orElseThrow();
    var order = units.within(() -> files.order(chunk.fileId()));
    try {
      return transfers.transfer(file, order, chunk).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void count(FileChunk chunk, TransferBatch batch) {
    var counts = Counts.of(batch.items());
    var after = units.within(() -> count(chunk, counts));
    after.ifPresent(
        file -> {
          meter.count(counts);
          if (file.status() == Status.DONE) {
            meter.count(file.status());
          }
        });
  }

  /** Empty if it was counted before: another was faster. */
  private Optional<TransferFile> count(FileChunk chunk, Counts counts) {
    var now = clock.instant();
    if (!chunks.done(chunk.fileId(), chunk.nth(), now)) {
      return Optional.empty();
    }
    var after = files.hold(chunk.fileId()).orElseThrow().paid(counts, now);
    files.save(after);
    return Optional.of(after);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileNotPaid("interrupted, as when a server stops", e);
    }
  }
}
