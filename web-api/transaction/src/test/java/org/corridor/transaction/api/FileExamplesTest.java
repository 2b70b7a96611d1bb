package org.corridor.transaction.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.corridor.transaction.infrastructure.file.StreamedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as the description of the interface shows them are taken. */
class FileExamplesTest {

  private static final Bounds BOUNDS = new Bounds(10, LocalDate.of(2026, 11, 2));

  @ParameterizedTest
  @EnumSource(Format.class)
  void theExamplesOfTheDescriptionAreAccepted(Format format) {
    var example = format == Format.CSV ? FileExamples.CSV : FileExamples.PAIN_001;
    var taken = new ArrayList<FiledTransfer>();

    var faults =
        new StreamedFiles()
            .read(format, new ByteArrayInputStream(example.getBytes(UTF_8)), BOUNDS, taken::add);

    assertThat(faults).isEmpty();
    assertThat(taken.get(0).amount()).isEqualTo(Money.of(1250_00, "EUR"));
    assertThat(taken.get(0).reference()).isEqualTo("Salary November");
  }

  @Test
  void theExampleOfTheConceptsNamesBothWaysOfNamingAnAccount() {
    assertThat(FiledTransfer.id("01930d2e-7c1a-7000-8000-000000000002")).isNotNull();
    assertThat(FiledTransfer.id("CO5800000000000002")).isNull();
  }
}
