package org.corridor.transaction.application.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.file.TransferFile;

/** All files of transfers there are. */
public interface TransferFiles {

  /** Writes a new one with its contents, and the event that it came. */
  void add(TransferFile file, FileOrder order, List<FileContents.Chunk> chunks);

  Optional<TransferFile> find(UUID id);

  /** Holds it until the unit of work ends. */
  Optional<TransferFile> hold(UUID id);

  /** Writes what became of one that is held, and the event if it is done now. */
  void save(TransferFile file);

  /** In whose name it is paid. */
  FileOrder order(UUID id);

  /**
   * Those of one maker, the newest first.
   *
   * @param before only what came before this one; null for the newest
   */
  List<TransferFile> of(String maker, UUID before, int limit);

  /** Those that are to be run now, the oldest first. */
  List<UUID> due(Instant now, int limit);

  /** How many are not done, and neither stopped nor failed. */
  long open();

  /** The last execution of its job; empty if there was none. */
  Optional<Long> execution(UUID id);

  void executed(UUID id, long execution);
}
