package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransferBatches;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.file.TransferFile;

/** Shows a caller the files that it may see, and what became of their transfers. */
@ApplicationScoped
public class ReadTransferFiles {

  private final UnitOfWork units;
  private final TransferFiles files;
  private final FileChunks chunks;
  private final TransferBatches batches;

  /** For the container's proxy. */
  protected ReadTransferFiles() {
    this(null, null, null, null);
  }

  @Inject
  public ReadTransferFiles(
      UnitOfWork units, TransferFiles files, FileChunks chunks, TransferBatches batches) {
    this.units = units;
    this.files = files;
    this.chunks = chunks;
    this.batches = batches;
  }

  /** Empty if there is no such file, or the caller may not see it. */
  public Optional<TransferFile> find(Caller caller, UUID id) {
    return units.within(() -> visible(caller, id));
  }

  /**
   * The caller's own, the newest first.
   *
   * @param before where the page before ended; null for the first
   */
  public List<TransferFile> list(Caller caller, UUID before, int limit) {
    return units.within(() -> files.of(caller.subject(), before, limit));
  }

  /**
   * What became of its transfers, in the file's order; empty as {@link #find}.
   *
   * @param after the number of the last one that is known already; 0 for none
   */
  public Optional<List<FileResult>> results(Caller caller, UUID id, int after, int limit) {
    return units.within(() -> visible(caller, id).map(file -> results(file, after, limit)));
  }

  private List<FileResult> results(TransferFile file, int after, int limit) {
    var end = (int) Math.min(file.total(), (long) after + limit);
    var results = new ArrayList<FileResult>();
    var from = after;
    while (from < end) {
      var nth = from / file.chunkSize();
      var to = Math.min(end, (nth + 1) * file.chunkSize());
      addOfChunk(file, nth, from, to, results);
      from = to;
    }
    return results;
  }

  private void addOfChunk(TransferFile file, int nth, int from, int to, List<FileResult> results) {
    var chunk = chunks.find(file.id(), nth).orElseThrow();
    var items = batches.find(chunk.batchId()).map(TransferBatch::items);
    var first = nth * file.chunkSize();
    for (var number = from; number < to; number++) {
      var place = number - first;
      results.add(
          new FileResult(
              number + 1,
              chunk.transfers().isEmpty()
                  ? Optional.empty()
                  : Optional.of(chunk.transfers().get(place)),
              items.map(all -> all.get(place))));
    }
  }

  private Optional<TransferFile> visible(Caller caller, UUID id) {
    return files
        .find(id)
        .filter(
            file ->
                Concealed.unless(
                    TransactionAccess.seesFile(caller, file), caller, "transfer-file", id));
  }
}
