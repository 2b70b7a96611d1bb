package org.corridor.transaction.application;

import java.util.List;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Fault;

/** What became of the first step of a batch. */
public sealed interface BatchOpening {

  /** It is written, and the ledger is to be asked now. */
  record Opened(TransferBatch batch) implements BatchOpening {}

  /** It was to be all or nothing, and some are beyond a limit; nothing is written. */
  record Refused(List<Fault> faults) implements BatchOpening {

    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** Its key belongs to another request, or to an earlier one; nothing is written. */
  record KeyTaken() implements BatchOpening {}
}
