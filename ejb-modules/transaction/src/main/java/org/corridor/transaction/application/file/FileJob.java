package org.corridor.transaction.application.file;

import org.corridor.transaction.domain.file.TransferFile;

/** The work of paying a file, chunk by chunk. */
public interface FileJob {

  /**
   * Goes on where the file stands, and returns when it is done or no longer to be run.
   *
   * @throws FileNotPaid if it broke off; what was paid stands
   */
  void run(TransferFile file);

  /** A run has broken off. */
  class FileNotPaid extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileNotPaid(String message) {
      super(message);
    }

    public FileNotPaid(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
