package org.corridor.transaction.application;

import java.util.List;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;

/** What became of the wish to transfer many at once. */
public sealed interface BatchOutcome {

  /**
   * There is a batch, and this is how it stands.
   *
   * @param replayed true if the request was answered before
   */
  record Made(TransferBatch batch, boolean replayed) implements BatchOutcome {}

  /** It was to be all or nothing, and rules forbid some; nothing was written. */
  record Refused(List<Fault> faults) implements BatchOutcome {

    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The key was used before, with another request. */
  record KeyReused() implements BatchOutcome {}

  /** The first request with this key is not answered yet. */
  record KeyInUse() implements BatchOutcome {}
}
