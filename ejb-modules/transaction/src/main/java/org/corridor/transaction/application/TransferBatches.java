package org.corridor.transaction.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.TransferBatch;

/** All batches of transfers there are; they begin and end at the {@link Desk}. */
public interface TransferBatches {

  /**
   * One attempt to have the ledger post a batch.
   *
   * @param number from 1
   * @param afterPrevious how long after the attempt before it; null for the first
   */
  record Attempt(UUID batchId, int number, Duration afterPrevious) {

    public static Attempt first(UUID batchId) {
      return new Attempt(batchId, 1, null);
    }
  }

  Optional<TransferBatch> find(UUID id);

  /** The batch that the subject of a claim names. */
  UUID batchOf(String subject);

  /**
   * Begins a new attempt at batches whose last one is taken for lost, each by one replica only.
   *
   * @param first how long the second attempt has; every further one has twice as long
   */
  List<Attempt> retry(Instant now, Duration first, int limit);
}
