package org.corridor.transaction.application.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.corridor.transaction.domain.file.FiledTransfer;

/** What is in files of transfers, chunk by chunk. */
public interface FileChunks {

  /**
   * Some transfers that are paid together.
   *
   * @param nth of its file, from 0
   * @param batchId of the batch that they become
   * @param done true if the batch is closed and counted
   * @param transfers empty if they were forgotten
   */
  record FileChunk(
      UUID fileId, int nth, UUID batchId, boolean done, List<FiledTransfer> transfers) {

    public FileChunk {
      transfers = List.copyOf(transfers);
    }
  }

  /** The first one from there that is not done. */
  OptionalInt next(UUID fileId, int from);

  Optional<FileChunk> find(UUID fileId, int nth);

  /**
   * Marks a chunk as done.
   *
   * @return false if it was done before
   */
  boolean done(UUID fileId, int nth, Instant at);

  /**
   * Forgets the transfers of some files that were done before then.
   *
   * @return of how many files; 0 if there are no more
   */
  int forget(Instant doneBefore, int limit);
}
