package org.corridor.transaction.infrastructure.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;

class CsvTransfersFuzzTest {

  private static final Bounds BOUNDS = new Bounds(100, LocalDate.of(2026, 11, 2));
  private static final int MOST_FAULTS = 20;

  /** A file is taken whole, or what is wrong with it is told, bounded; it is never an accident. */
  @FuzzTest
  void readsFiles(byte[] file) {
    var taken = new ArrayList<FiledTransfer>();

    var faults =
        new StreamedFiles().read(Format.CSV, new ByteArrayInputStream(file), BOUNDS, taken::add);

    assertThat(faults).hasSizeLessThanOrEqualTo(MOST_FAULTS);
    assertThat(faults).allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(1_000));
    assertThat(taken).hasSizeLessThanOrEqualTo(100);
    assertThat(taken)
        .allSatisfy(
            transfer -> {
              assertThat(transfer.amount()).isNotNull();
              assertThat(FiledTransfer.isAccount(transfer.source())).isTrue();
              assertThat(FiledTransfer.isAccount(transfer.destination())).isTrue();
            });
  }
}
