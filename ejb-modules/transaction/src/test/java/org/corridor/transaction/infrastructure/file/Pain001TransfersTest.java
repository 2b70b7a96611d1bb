package org.corridor.transaction.infrastructure.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.file.FileFault;
import org.corridor.transaction.application.file.TransferFileReader.Bounds;
import org.corridor.transaction.domain.file.FiledTransfer;
import org.corridor.transaction.domain.file.TransferFile.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of pain.001, as they come and fault by fault. */
class Pain001TransfersTest {

  private static final Bounds BOUNDS = new Bounds(3, LocalDate.of(2026, 11, 2));
  private static final String GOOD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
        <CstmrCdtTrfInitn>
          <GrpHdr><MsgId>M</MsgId><NbOfTxs>3</NbOfTxs><CtrlSum>37.5</CtrlSum></GrpHdr>
          <PmtInf>
            <PmtInfId>P1</PmtInfId><PmtMtd>TRF</PmtMtd><NbOfTxs>2</NbOfTxs><CtrlSum>25.50</CtrlSum>
            <ReqdExctnDt><Dt>2026-11-02</Dt></ReqdExctnDt>
            <DbtrAcct><Id><Othr><Id>CO01</Id></Othr></Id></DbtrAcct>
            <CdtTrfTxInf>
              <PmtId><EndToEndId>E1</EndToEndId></PmtId>
              <Amt><InstdAmt Ccy="EUR">25.00</InstdAmt></Amt>
              <Cdtr><Nm>Ben &amp; Co</Nm></Cdtr>
              <CdtrAcct><Id><IBAN>CO02</IBAN></Id></CdtrAcct>
              <RmtInf><Ustrd>Lunch
                on Tuesday</Ustrd><Ustrd>No &lt;7&gt;</Ustrd></RmtInf>
            </CdtTrfTxInf>
            <CdtTrfTxInf>
              <PmtId><EndToEndId>E2</EndToEndId></PmtId>
              <Amt><InstdAmt Ccy="EUR">0.50</InstdAmt></Amt>
              <CdtrAcct><Id><Othr><Id>CO03</Id></Othr></Id></CdtrAcct>
              <RmtInf><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>
            </CdtTrfTxInf>
          </PmtInf>
          <PmtInf>
            <PmtInfId>P2</PmtInfId><PmtMtd>TRF</PmtMtd>
            <ReqdExctnDt><DtTm>2026-11-01T08:00:00Z</DtTm></ReqdExctnDt>
            <DbtrAcct><Id><Othr><Id>CO04</Id></Othr></Id></DbtrAcct>
            <CdtTrfTxInf>
              <PmtId><EndToEndId>E3</EndToEndId></PmtId>
              <Amt><InstdAmt Ccy="EUR">12</InstdAmt></Amt>
              <CdtrAcct><Id><Othr><Id>CO02</Id></Othr></Id></CdtrAcct>
            </CdtTrfTxInf>
          </PmtInf>
        </CstmrCdtTrfInitn>
      </Document>
      """;
  private static final String FILE = "/Document/CstmrCdtTrfInitn";
  private static final String FIRST = FILE + "/PmtInf[1]/CdtTrfTxInf[1]";

  private final List<FiledTransfer> taken = new ArrayList<>();

  private List<FileFault> read(String file) {
    return new StreamedFiles()
        .read(Format.PAIN_001, new ByteArrayInputStream(file.getBytes(UTF_8)), BOUNDS, taken::add);
  }

  private List<FileFault> readWith(String good, String bad) {
    assertThat(GOOD).contains(good);
    return read(GOOD.replaceFirst(Pattern.quote(good), bad));
  }

  @Test
  void readsTransfersInTheirOrder() {
    assertThat(read(GOOD)).isEmpty();

    assertThat(taken)
        .containsExactly(
            new FiledTransfer(
                9, "E1", "CO01", "CO02", Money.of(25_00, "EUR"), "Lunch on Tuesday No <7>"),
            new FiledTransfer(17, "E2", "CO01", "CO03", Money.of(50, "EUR"), "RF18"),
            new FiledTransfer(28, "E3", "CO04", "CO02", Money.of(12_00, "EUR"), null));
  }

  @Test
  void readsTheOldVersionWhoseDayIsPlain() {
    var old =
        GOOD.replace("pain.001.001.09", "pain.001.001.03")
            .replace("<Dt>2026-11-02</Dt>", "2026-11-02")
            .replace("<DtTm>2026-11-01T08:00:00Z</DtTm>", "2026-11-01");

    assertThat(read(old)).isEmpty();
    assertThat(taken).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<NbOfTxs>3</NbOfTxs> | <NbOfTxs>4</NbOfTxs> | /GrpHdr/NbOfTxs",
        "<NbOfTxs>3</NbOfTxs> | <NbOfTxs>x</NbOfTxs> | /GrpHdr/NbOfTxs",
        "<NbOfTxs>3</NbOfTxs> | <Nothing/> | /GrpHdr/NbOfTxs",
        "<CtrlSum>37.5</CtrlSum> | <CtrlSum>37.51</CtrlSum> | /GrpHdr/CtrlSum",
        "<CtrlSum>37.5</CtrlSum> | <CtrlSum>3.75E1</CtrlSum> | /GrpHdr/CtrlSum",
        "<CtrlSum>37.5</CtrlSum> | <CtrlSum>1E999999999</CtrlSum> | /GrpHdr/CtrlSum",
        "<NbOfTxs>2</NbOfTxs> | <NbOfTxs>1</NbOfTxs> | /PmtInf[1]/NbOfTxs",
        "<CtrlSum>25.50</CtrlSum> | <CtrlSum>25.00</CtrlSum> | /PmtInf[1]/CtrlSum",
        "<PmtMtd>TRF</PmtMtd> | <PmtMtd>CHK</PmtMtd> | /PmtInf[1]/PmtMtd",
        "<Dt>2026-11-02</Dt> | <Dt>2026-11-03</Dt> | /PmtInf[1]/ReqdExctnDt/Dt",
        "<Dt>2026-11-02</Dt> | <Dt>soon</Dt> | /PmtInf[1]/ReqdExctnDt/Dt",
      })
  void saysWhatDoesNotFitTheWhole(String good, String bad, String where) {
    assertThat(readWith(good, bad)).extracting(FileFault::where).containsExactly(FILE + where);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<EndToEndId>E1</EndToEndId> | <InstrId>E1</InstrId> | /PmtId/EndToEndId",
        "<EndToEndId>E1</EndToEndId> | <EndToEndId> </EndToEndId> | /PmtId/EndToEndId",
        "Ccy=\"EUR\">25.00 | >25.00 | /Amt/InstdAmt",
        "Ccy=\"EUR\">25.00 | Ccy=\"XAU\">25.00 | /Amt/InstdAmt",
        "Ccy=\"EUR\">25.00 | Ccy=\"EUR\">25.001 | /Amt/InstdAmt",
        "Ccy=\"EUR\">25.00 | Ccy=\"EUR\">99999999999999999999 | /Amt/InstdAmt",
        "<IBAN>CO02</IBAN> | <IBAN>co 02</IBAN> | /CdtrAcct/Id/IBAN",
        "<IBAN>CO02</IBAN> | <IBAN>CO02</IBAN><Othr><Id>CO03</Id></Othr> | /CdtrAcct/Id/Othr/Id",
        "<IBAN>CO02</IBAN> | <x:IBAN xmlns:x=\"urn:x\">CO02</x:IBAN> | /CdtrAcct",
        "<Cdtr> | <ChqInstr/><Cdtr> | /ChqInstr",
        "<Ustrd>Lunch | <Ustrd>&#x202E;Lunch | /RmtInf",
      })
  void saysWhatIsWrongWithATransfer(String good, String bad, String where) {
    assertThat(readWith(good, bad)).extracting(FileFault::where).containsExactly(FIRST + where);
  }

  @Test
  void refusesAnAmountInAnotherCurrencyThanItMovesIn() {
    var faults =
        readWith(
            "<InstdAmt Ccy=\"EUR\">25.00</InstdAmt>",
            "<EqvtAmt><Amt Ccy=\"USD\">25.00</Amt><CcyOfTrf>EUR</CcyOfTrf></EqvtAmt>");

    assertThat(faults)
        .extracting(FileFault::where)
        .containsExactly(FIRST + "/Amt/EqvtAmt", FIRST + "/Amt/InstdAmt");
  }

  @Test
  void refusesADebtorThatComesTooLateOrNever() {
    assertThat(readWith("<DbtrAcct><Id><Othr><Id>CO01</Id></Othr></Id></DbtrAcct>", ""))
        .extracting(FileFault::where)
        .contains(FILE + "/PmtInf[1]/DbtrAcct");
  }

  @Test
  void refusesAFileThatHasTooMany() {
    var one = GOOD.substring(GOOD.indexOf("<CdtTrfTxInf>"), GOOD.indexOf("</CdtTrfTxInf>") + 14);

    assertThat(
            read(
                GOOD.replace("<NbOfTxs>2</NbOfTxs><CtrlSum>25.50</CtrlSum>", "")
                    .replaceFirst("</CdtTrfTxInf>", "</CdtTrfTxInf>" + one)))
        .extracting(FileFault::detail)
        .singleElement()
        .asString()
        .startsWith("a file must not have more than 3 transfers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "source_account,amount",
        "<Document/>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.008.001.09\"/>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.02\"/>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"></Other>",
      })
  void refusesWhatIsNoPain001(String file) {
    assertThat(read(file)).hasSize(1);
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesAFileThatIsCutOffThoughItsTransfersWereWhole() {
    var cut = GOOD.substring(0, GOOD.indexOf("</CstmrCdtTrfInitn>"));

    assertThat(read(cut)).extracting(FileFault::detail).containsExactly("is not well-formed XML");
  }

  @Test
  void refusesWhatFollowsTheDocument() {
    assertThat(read(GOOD + GOOD)).isNotEmpty();
  }

  @Test
  void neverReadsAnotherFile(@TempDir Path directory) throws IOException {
    var secret = Files.writeString(directory.resolve("secret"), "CO99");
    var entity = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n<Document";

    var faults = read(GOOD.replace("<Document", entity).replace("<IBAN>CO02", "<IBAN>&x;"));

    assertThat(faults).isNotEmpty();
    assertThat(faults.toString()).doesNotContain("CO99");
    assertThat(taken).isEmpty();
  }

  @Test
  void neverAsksForADeclarationElsewhere() {
    var external = "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">\n<Document";

    assertThat(read(GOOD.replace("<Document", external)))
        .extracting(FileFault::detail)
        .containsExactly("must not have a document type declaration");
  }

  @Test
  void isNotBlownUp() {
    var laughs = new StringBuilder("<!DOCTYPE Document [<!ENTITY a0 \"ha\">");
    for (var nth = 1; nth < 30; nth++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(nth, nth - 1, nth - 1));
    }
    laughs.append("]>\n<Document");

    var faults = read(GOOD.replace("<Document", laughs).replace("<MsgId>M", "<MsgId>&a29;"));

    assertThat(faults)
        .extracting(FileFault::detail)
        .containsExactly("must not have a document type declaration");
  }

  @Test
  void refusesWhatIsDeepOrLong() {
    assertThat(readWith("<MsgId>M</MsgId>", "<a>".repeat(100))).hasSize(1);
    assertThat(readWith("<MsgId>M</MsgId>", "<MsgId>" + "M".repeat(100_000) + "</MsgId>"))
        .hasSize(1);
  }
}
