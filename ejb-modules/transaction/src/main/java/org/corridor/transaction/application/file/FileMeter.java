package org.corridor.transaction.application.file;

import org.corridor.transaction.domain.file.Counts;
import org.corridor.transaction.domain.file.TransferFile.Status;

/** Counts what becomes of files, for those who watch the platform; what is committed only. */
public interface FileMeter {

  /** A file has come to that status. */
  void count(Status status);

  /** So many transfers of a file have come to an end. */
  void count(Counts transfers);
}
