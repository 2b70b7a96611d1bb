package org.corridor.transaction.infrastructure.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.corridor.transaction.application.file.FileFault;
import org.corridor.transaction.application.file.TransferFileReader;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;

/** Reads files as streams: never more than a record of one at a time. */
@ApplicationScoped
public class StreamedFiles implements TransferFileReader {

  private static final String FILE = "file";

  @Override
  public List<FileFault> read(
      Format format, InputStream body, Bounds bounds, Consumer<FiledTransfer> taken) {
    var faults = new Faults();
    var count = new AtomicInteger();
    Consumer<FiledTransfer> counted =
        transfer -> {
          count.incrementAndGet();
          taken.accept(transfer);
        };
    if (format == Format.CSV) {
      csv(body, new CsvTransfers(bounds, faults, counted), faults);
    } else {
      xml(body, new Pain001Transfers(bounds, faults, counted), faults);
    }
    if (faults.isEmpty() && count.get() == 0) {
      faults.add(FILE, "must have at least one transfer");
    }
    return faults.found();
  }

  private static void csv(InputStream body, CsvTransfers transfers, Faults faults) {
    try {
      transfers.read(body);
    } catch (CharacterCodingException e) {
      faults.add("after line " + transfers.line(), "is not UTF-8");
    } catch (IOException e) {
      faults.add("after line " + transfers.line(), "has broken off");
    }
  }

  /** What the parser leaves belongs to the content all the same. */
  private static void xml(InputStream body, Pain001Transfers transfers, Faults faults) {
    transfers.read(body);
    if (!faults.isEmpty()) {
      return;
    }
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      faults.add(FILE, "has broken off");
    }
  }
}
