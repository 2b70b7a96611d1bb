package org.corridor.transaction.application.file;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;

/** Reads files of transfers, whoever sent them. */
public interface TransferFileReader {

  /**
   * What a file must keep to.
   *
   * @param maxTransfers how many it may have
   * @param today no transfer may be for a later day
   */
  record Bounds(int maxTransfers, LocalDate today) {}

  /**
   * Reads a file as it comes, and to its end unless it is malformed.
   *
   * @param taken gets each transfer, in the file's order
   * @return what is wrong with the file, the first of it; then nothing of what was taken counts
   */
  List<FileFault> read(
      Format format, InputStream body, Bounds bounds, Consumer<FiledTransfer> taken);
}
