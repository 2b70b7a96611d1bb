package org.corridor.transaction.application.file;

import org.corridor.transaction.domain.file.TransferFile;

/** What became of the wish to stop a file, or to go on with it. */
public sealed interface FileSteering {

  /**
   * This is how it stands.
   *
   * @param changed false if it stood so before
   */
  record Steered(TransferFile file, boolean changed) implements FileSteering {}

  /** It is done: there is nothing to stop, or to go on with. */
  record AlreadyDone() implements FileSteering {}

  /** There is no such file, or the caller may not see it. */
  record NotFound() implements FileSteering {}
}
