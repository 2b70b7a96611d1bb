package org.corridor.transaction.infrastructure.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.FileFault;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV files, as they come and fault by fault. */
class CsvTransfersTest {

  private static final String HEADER =
      "source_account,destination_account,amount,currency,reference";
  private static final String ID = "01930d2e-7c1a-7000-8000-000000000002";
  private static final Bounds BOUNDS = new Bounds(3, LocalDate.of(2026, 11, 2));

  private final List<FiledTransfer> taken = new ArrayList<>();

  private List<FileFault> read(byte[] file) {
    return read(new ByteArrayInputStream(file));
  }

  private List<FileFault> read(InputStream file) {
    return new StreamedFiles().read(Format.CSV, file, BOUNDS, taken::add);
  }

  private List<FileFault> read(String... lines) {
    return read(String.join("\n", lines).getBytes(UTF_8));
  }

  @Test
  void readsTransfersInTheirOrder() {
    assertThat(read(HEADER, "CO01,CO02,25.00,EUR,Lunch", "CO01," + ID + ",0.5,EUR,")).isEmpty();

    assertThat(taken)
        .containsExactly(
            new FiledTransfer(2, null, "CO01", "CO02", Money.of(25_00, "EUR"), "Lunch"),
            new FiledTransfer(3, null, "CO01", ID, Money.of(50, "EUR"), null));
  }

  @Test
  void readsColumnsInAnyOrderAndWithoutReferences() {
    assertThat(read("currency,amount,destination_account,source_account", "JPY,500,B,A")).isEmpty();

    assertThat(taken)
        .containsExactly(new FiledTransfer(2, null, "A", "B", Money.of(500, "JPY"), null));
  }

  @Test
  void readsQuotesLinesInsideOfThemAndBothKindsOfLineEnds() {
    var faults =
        read(
            (HEADER
                    + "\r\n\"A\",B,\"1.00\",EUR,\"Tea, \"\"hot\"\", and ü\"\r\n\r\nA,B,2.00,EUR,x\r\n")
                .getBytes(UTF_8));

    assertThat(faults).isEmpty();
    assertThat(taken)
        .extracting(FiledTransfer::reference)
        .containsExactly("Tea, \"hot\", and ü", "x");
    assertThat(taken).extracting(FiledTransfer::line).containsExactly(2, 4);
  }

  @Test
  void readsOverAByteOrderMark() {
    assertThat(read("\uFEFF" + HEADER, "A,B,1.00,EUR,")).isEmpty();

    assertThat(taken).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,B,1.00,EUR, | line 2, source_account",
        ",B,1.00,EUR, | line 2, source_account",
        "A,B C,1.00,EUR, | line 2, destination_account",
        "A,B,1.001,EUR, | line 2, amount",
        "A,B,1e2,EUR, | line 2, amount",
        "A,B,NaN,EUR, | line 2, amount",
        "A,B, 1.00,EUR, | line 2, amount",
        "A,B,\"1,00\",EUR, | line 2, amount",
        "A,B,99999999999999999999.00,EUR, | line 2, amount",
        "A,B,999999999999999999.00,EUR, | line 2, amount",
        "A,B,,EUR, | line 2, amount",
        "A,B,1.00,XAU, | line 2, currency",
        "A,B,1.00,eur, | line 2, currency",
        "A,B,1.00,, | line 2, currency",
        "A,B,1.00,EUR | line 2",
        "A,B,1.00,EUR,x,y | line 2",
        "A,B,1.00,EUR,\"x\"y | after line 1",
        "A,B,1.00,EUR,\"x | after line 1",
      })
  void saysWhereAFaultIs(String row, String where) {
    assertThat(read(HEADER, row)).extracting(FileFault::where).containsExactly(where);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source_account,destination_account,amount",
        "source_account,destination_account,amount,currency,tip",
        "source_account,destination_account,amount,currency,amount",
        "source_account;destination_account;amount;currency",
        "Source_Account,destination_account,amount,currency",
        "A,B,1.00,EUR,x",
      })
  void refusesAHeaderThatIsNone(String header) {
    assertThat(read(header, "A,B,1.00,EUR,x"))
        .isNotEmpty()
        .extracting(FileFault::where)
        .containsOnly("line 1");
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesAReferenceThatSaysNothingOrDisturbs() {
    assertThat(read(HEADER, "A,B,1.00,EUR, ", "A,B,1.00,EUR,\"a\nb\""))
        .extracting(FileFault::where)
        .containsExactly("line 2, reference", "line 3, reference");
  }

  @Test
  void saysAllFaultsButNotForEver() {
    var bounds = new Bounds(100, BOUNDS.today());
    var file = HEADER + "\n" + "a,b,c,d,e\n".repeat(50);

    var faults =
        new StreamedFiles()
            .read(Format.CSV, new ByteArrayInputStream(file.getBytes(UTF_8)), bounds, taken::add);

    assertThat(faults).hasSize(20);
  }

  @Test
  void refusesAFileThatIsEmptyOrHasNoTransfers() {
    assertThat(read("")).extracting(FileFault::where).containsExactly("file");
    assertThat(read(HEADER)).extracting(FileFault::where).containsExactly("file");
  }

  @Test
  void refusesAFileThatHasTooMany() {
    var row = "A,B,1.00,EUR,";

    assertThat(read(HEADER, row, row, row)).isEmpty();
    assertThat(read(HEADER, row, row, row, row))
        .extracting(FileFault::where)
        .containsExactly("line 5");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    var file = (HEADER + "\nA,B,1.00,EUR,Stra\u00dfe").getBytes(ISO_8859_1);

    assertThat(read(file)).extracting(FileFault::detail).containsExactly("is not UTF-8");
  }

  @Test
  void refusesARecordThatDoesNotEnd() {
    assertThat(read(HEADER, "A,B,1.00,EUR,\"" + "x".repeat(1_000_000))).hasSize(1);
  }

  @Test
  void refusesAFileThatBreaksOff() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the sender has gone");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("the sender has gone");
          }
        };

    assertThat(read(broken)).extracting(FileFault::detail).containsExactly("has broken off");
  }
}
