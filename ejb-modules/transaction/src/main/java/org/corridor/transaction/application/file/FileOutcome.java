package org.corridor.transaction.application.file;

import java.util.List;
import org.corridor.transaction.domain.file.TransferFile;

/** What became of the wish to hand in a file of transfers. */
public sealed interface FileOutcome {

  /**
   * There is a file, and this is how it stands.
   *
   * @param replayed true if it came before
   */
  record Taken(TransferFile file, boolean replayed) implements FileOutcome {}

  /** It cannot be read; nothing is kept. */
  record Malformed(List<FileFault> faults) implements FileOutcome {

    public Malformed {
      faults = List.copyOf(faults);
    }
  }

  /** The key was used before, with another request. */
  record KeyReused() implements FileOutcome {}

  /** The first request with this key is not answered yet. */
  record KeyInUse() implements FileOutcome {}

  /** Too many files come in just now; nothing was read. */
  record TooBusy() implements FileOutcome {}
}
