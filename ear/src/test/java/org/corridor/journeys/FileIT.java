package org.corridor.journeys;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of transfers, through HTTP, at the real database; a server is killed in the middle. */
@ExtendWith(House.Key.class)
class FileIT {

  private static final String FILES = "/api/transaction/v1/transfer-files";
  private static final String HEADER =
      "source_account,destination_account,amount,currency,reference\r\n";
  private static final int CONTENDERS = 20;
  private static final int LARGE = 8_000;
  private static final int MOST = 100_000;

  /** One shape pays as many as there may be; for the other a tenth has to do. */
  private static final int MANY = House.isDistributed() ? MOST / 10 : MOST;

  private static final Duration DONE = Duration.ofMinutes(5);
  private static final Duration READY = Duration.ofMinutes(3);

  private final House house;
  private final Bank bank;
  private String from;
  private String to;

  FileIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeEach
  void twoAccounts() {
    from = bank.anAccountWith("100.00");
    to = bank.anAccount();
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(bank.booksBalance()).isTrue();
  }

  @Test
  void aCsvFileIsWatchedUntilEachTransferHasItsResult() {
    var teller = house.as("teller");
    var csv =
        HEADER
            + row("60.00")
            + row(number(to), "20.00")
            + row(Bank.aNewId(), "1.00")
            + row(to, "60.00")
            + row(to, "0.00");

    var sent = sendCsv(teller, csv).expect(202);
    var done = watch(teller, sent);

    assertThat(sent.header("Location"))
        .hasValueSatisfying(at -> assertThat(at).endsWith(path(sent)));
    assertThat(sent.text("/transfers/total")).isEqualTo("5");
    assertThat(done.text("/status")).isEqualTo("DONE");
    assertThat(done.json().at("/transfers").toString())
        .isEqualTo(
            "{\"total\":5,\"done\":5,\"paid\":2,\"declined\":1,\"refused\":2,\"awaitingApproval\":0}");
    var results = results(teller, sent, 2);
    assertThat(results)
        .extracting(result -> result.path("status").asText())
        .containsExactly("PAID", "PAID", "REFUSED", "DECLINED", "REFUSED");
    assertThat(results)
        .extracting(result -> result.path("line").asInt())
        .containsExactly(2, 3, 4, 5, 6);
    assertThat(results.get(2).path("code").asText()).isEqualTo("unknown-account");
    assertThat(results.get(2).path("field").asText()).isEqualTo("destination");
    assertThat(results.get(3).path("code").asText()).isEqualTo("insufficient-funds");
    var paid = Bank.TRANSACTIONS + "/" + results.get(0).path("transactionId").asText();
    assertThat(teller.get(paid).expect(200).text("/status")).isEqualTo("PAID");
    assertThat(bank.booked(from)).isEqualTo("20.00");
    assertThat(bank.booked(to)).isEqualTo("80.00");
  }

  @Test
  void aPain001IsPaidLikewise() {
    var teller = house.as("teller");

    var sent = sendXml(teller, pain001("2", "30.00")).expect(202);
    var done = watch(teller, sent);

    assertThat(done.text("/format")).isEqualTo("PAIN_001");
    assertThat(done.text("/transfers/paid")).as(done.body()).isEqualTo("2");
    assertThat(results(teller, sent, 50))
        .extracting(result -> result.path("endToEndId").asText())
        .containsExactly("E2E-1", "E2E-2");
    assertThat(bank.booked(to)).isEqualTo("30.00");
  }

  @Test
  void aPain001WhoseSumDoesNotFitIsRefusedAsAWhole() {
    var answer = sendXml(house.as("teller"), pain001("2", "30.01"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("malformed-file");
    assertThat(answer.text("/errors/0/pointer"))
        .isEqualTo("/Document/CstmrCdtTrfInitn/GrpHdr/CtrlSum");
    assertThat(bank.booked(from)).isEqualTo("100.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,B,1.00,EUR,x | a,B,1.00,EUR,x | line 3, source_account",
        "A,B,1.00,EUR,x | A,B,1.001,EUR,x | line 3, amount",
        "A,B,1.00,EUR,x | A,B,1.00,EUR | line 3",
        "A,B,1.00,EUR,x | A,B,1.00,EURO,x | line 3, currency",
      })
  void aMalformedFileIsRefusedAsAWholeWithTheFaultsPlace(String good, String bad, String where) {
    var teller = house.as("teller");
    var before = teller.get(FILES).expect(200).json().path("items").size();

    var answer = sendCsv(teller, HEADER + good + "\r\n" + bad);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.text("/code")).isEqualTo("malformed-file");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(where);
    assertThat(teller.get(FILES).expect(200).json().path("items").size()).isEqualTo(before);
  }

  @Test
  void whatIsNoFileOrTooLargeIsRefused() {
    var teller = house.as("teller");
    var bomb =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
            + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">&b;</Document>";

    assertThat(sendXml(teller, bomb).expect(400).text("/errors/0/detail"))
        .isEqualTo("must not have a document type declaration");
    assertThat(sendCsv(teller, "").expect(400).text("/code")).isEqualTo("malformed-file");
    assertThat(teller.post(FILES, HEADER + row("1.00")).status()).as("sent as JSON").isEqualTo(415);
    var latin = send(teller, HEADER + row("1.00"), "text/csv; charset=iso-8859-1", House.newKey());
    assertThat(latin.status()).isEqualTo(415);
    assertThat(send(teller, HEADER + row("1.00"), "text/csv", "").status()).isEqualTo(400);
    var huge = sendCsv(teller, HEADER + row("1.00") + "\n".repeat(16_777_216)).expect(413);
    assertThat(huge.text("/code")).isEqualTo("body-too-large");
    assertThat(bank.booked(from)).isEqualTo("100.00");
  }

  @Test
  void asManyAsThereMayBeArePaidAndNotOneMore() {
    var teller = house.as("teller");
    bank.payIn(from, "900.00").expect(201);

    var tooMany = sendCsv(teller, HEADER + row("0.01").repeat(MOST + 1)).expect(400);
    var done = watch(teller, sendCsv(teller, HEADER + row("0.01").repeat(MANY)).expect(202));

    assertThat(tooMany.text("/errors/0/pointer")).isEqualTo("line " + (MOST + 2));
    assertThat(done.text("/transfers/paid")).as(done.body()).isEqualTo(Integer.toString(MANY));
    assertThat(bank.booked(to)).isEqualTo(BigDecimal.valueOf(MANY, 2).toPlainString());
  }

  @Test
  void theSameFileFiredTwentyTimesIsOneAndPaidOnce() {
    var teller = house.as("teller");
    var key = House.newKey();
    var csv = HEADER + row("10.00") + row("5.00");

    var answers = fire(CONTENDERS, i -> sendCsvAsync(teller, csv, key));

    assertThat(answers).extracting(Answer::status).isSubsetOf(202, 409, 503).contains(202);
    var taken = answers.stream().filter(answer -> answer.status() == 202).toList();
    assertThat(taken)
        .extracting(answer -> answer.text("/id"))
        .containsOnly(taken.get(0).text("/id"));
    watch(teller, taken.get(0));
    var again = send(teller, csv, "text/csv", key).expect(202);
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.text("/status")).isEqualTo("DONE");
    var other = send(teller, csv + row("1.00"), "text/csv", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
    assertThat(bank.booked(to)).isEqualTo("15.00");
  }

  @RepeatedTest(2)
  void filesThatTogetherExceedTheBalanceNeverOverdrawIt() {
    var teller = house.as("teller");
    var csv = HEADER + String.join("", nCopies(700, row("0.10")));

    var sent = fire(2, i -> sendCsvAsync(teller, csv, House.newKey()));
    var paid =
        sent.stream()
            .mapToInt(file -> watch(teller, file.expect(202)).json().at("/transfers/paid").asInt())
            .sum();

    assertThat(paid).isEqualTo(1_000);
    assertThat(bank.booked(from)).isEqualTo("0.00");
    assertThat(bank.booked(to)).isEqualTo("100.00");
  }

  @Test
  void aFileIsStoppedAndResumedByItsMakerAndHiddenFromOthers() {
    var teller = house.as("teller");
    var sent = sendCsv(teller, HEADER + String.join("", nCopies(LARGE, row("0.01")))).expect(202);
    var path = path(sent);

    var stopped = teller.post(path + "/stop", "").expect(200);
    assertThat(stopped.text("/status")).isEqualTo("STOPPED");
    assertThat(house.as("agent").get(path).status()).isEqualTo(404);
    assertThat(house.as("agent").get(path + "/results").status()).isEqualTo(404);
    assertThat(house.as("agent").post(path + "/resume", "").status()).isEqualTo(404);
    assertThat(results(teller, sent, 200)).hasSize(LARGE);
    assertThat(teller.post(path + "/resume", "").expect(200).text("/status")).isEqualTo("RECEIVED");
    assertThat(watch(teller, sent).json().at("/transfers/paid").asInt()).isEqualTo(LARGE);
    assertThat(teller.post(path + "/stop", "").expect(409).text("/code"))
        .isEqualTo("transfer-file-done");
    assertThat(bank.booked(to)).isEqualTo("80.00");
  }

  @Test
  @Tag("distributed")
  void theServerIsKilledInTheMiddleOfAFile() {
    var teller = house.as("teller");
    var sent = sendCsv(teller, HEADER + String.join("", nCopies(LARGE, row("0.01")))).expect(202);
    var before = awaitSomeDone(teller, sent);
    var server = house.server(Context.TRANSACTION);

    server.kill();
    server.start();
    server.awaitReady(READY);
    var done = watch(house.as("teller"), sent);

    assertThat(before).as("killed in the middle").isLessThan(LARGE);
    assertThat(done.text("/transfers/paid")).as(done.body()).isEqualTo(Integer.toString(LARGE));
    var transactions = new HashSet<String>();
    results(house.as("teller"), sent, 200)
        .forEach(result -> transactions.add(result.path("transactionId").asText()));
    assertThat(transactions).hasSize(LARGE);
    assertThat(bank.booked(to)).isEqualTo(BigDecimal.valueOf(LARGE, 2).toPlainString());
  }

  private int awaitSomeDone(Door who, Answer sent) {
    var until = Instant.now().plus(DONE);
    var done = 0;
    while (done == 0) {
      assertThat(Instant.now()).as("nothing is done").isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      done = who.get(path(sent)).expect(200).json().at("/transfers/done").asInt();
    }
    return done;
  }

  /** Until it is done. */
  private static Answer watch(Door who, Answer sent) {
    var until = Instant.now().plus(DONE);
    var file = who.get(path(sent)).expect(200);
    while (!file.text("/status").equals("DONE")) {
      assertThat(Instant.now()).as(file.body()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      file = who.get(path(sent)).expect(200);
    }
    return file;
  }

  private static List<JsonNode> results(Door who, Answer sent, int limit) {
    var results = new ArrayList<JsonNode>();
    var next = path(sent) + "/results?limit=" + limit;
    while (next != null) {
      var page = who.get(next).expect(200).json();
      page.path("items").forEach(results::add);
      next =
          page.hasNonNull("next")
              ? path(sent) + "/results?limit=" + limit + "&cursor=" + page.path("next").asText()
              : null;
    }
    return results;
  }

  private static String path(Answer sent) {
    return FILES + "/" + sent.text("/id");
  }

  private static Answer sendCsv(Door who, String csv) {
    return send(who, csv, "text/csv", House.newKey());
  }

  private static Answer sendXml(Door who, String xml) {
    return send(who, xml, "application/xml", House.newKey());
  }

  private static Answer send(Door who, String body, String type, String key) {
    return who.post(FILES, body, "Content-Type", type, "Idempotency-Key", key);
  }

  private static CompletableFuture<Answer> sendCsvAsync(Door who, String csv, String key) {
    return who.postAsync(FILES, csv, "Content-Type", "text/csv", "Idempotency-Key", key);
  }

  private static List<Answer> fire(int times, IntFunction<CompletableFuture<Answer>> request) {
    var answers = IntStream.range(0, times).mapToObj(request).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private String number(String account) {
    return house.asMachine().get(Bank.ACCOUNTS + "/" + account).expect(200).text("/number");
  }

  private String row(String euros) {
    return row(to, euros);
  }

  private String row(String destination, String euros) {
    return from + "," + destination + "," + euros + ",EUR,a journey\r\n";
  }

  private String pain001(String count, String sum) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
          <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-02T12:00:00</CreDtTm>\
        <NbOfTxs>%s</NbOfTxs><CtrlSum>%s</CtrlSum></GrpHdr>
          <PmtInf><PmtInfId>P1</PmtInfId><PmtMtd>TRF</PmtMtd>
            <ReqdExctnDt><Dt>2026-11-02</Dt></ReqdExctnDt>
            <DbtrAcct><Id><Othr><Id>%s</Id></Othr></Id></DbtrAcct>
            %s%s
          </PmtInf>
        </CstmrCdtTrfInitn></Document>
        """
        .formatted(count, sum, number(from), credit("E2E-1", "20.00"), credit("E2E-2", "10.00"));
  }

  private String credit(String endToEndId, String euros) {
    return """
        <CdtTrfTxInf><PmtId><EndToEndId>%s</EndToEndId></PmtId>\
        <Amt><InstdAmt Ccy="EUR">%s</InstdAmt></Amt>\
        <CdtrAcct><Id><Othr><Id>%s</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>
        """
        .formatted(endToEndId, euros, number(to));
  }
}
