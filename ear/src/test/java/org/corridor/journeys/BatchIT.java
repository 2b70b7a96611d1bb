package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many transfers in one request, through HTTP, at the real database. */
@ExtendWith(House.Key.class)
class BatchIT {

  private static final String BATCHES = "/api/transaction/v1/transfer-batches";
  private static final String JOURNAL_BATCHES = "/api/account/v1/journal-batches";
  private static final int CONTENDERS = 20;
  private static final int CLIENTS = 4;
  private static final int IN_A_BATCH = 50;
  private static final Duration UNDER_LOAD = Duration.ofSeconds(3);
  private static final Duration HEALED_WITHIN = Duration.ofMinutes(2);
  private static final Duration READY = Duration.ofMinutes(3);

  private final House house;
  private final Bank bank;
  private String from;
  private String to;

  BatchIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeEach
  void twoAccounts() {
    from = bank.anAccountWith("100.00");
    to = bank.anAccount();
    house.as("agent");
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(bank.booksBalance()).isTrue();
  }

  @Test
  void eachTransferHasItsResultAndItsTransaction() {
    var nowhere = UUID.randomUUID().toString();
    var transfers =
        List.of(
            transfer("60.00"),
            Bank.transferOf(from, nowhere, "1.00"),
            transfer("60.00"),
            transfer("40.00"));

    var answer = house.as("teller").post(BATCHES, batch("EACH", transfers)).expect(201);

    assertThat(statuses(answer)).containsExactly("PAID", "REFUSED", "DECLINED", "PAID");
    assertThat(answer.text("/status")).isEqualTo("COMPLETED");
    assertThat(answer.text("/transfers/1/code")).isEqualTo("unknown-account");
    assertThat(answer.text("/transfers/1/pointer")).isEqualTo("/transfers/1/destinationAccountId");
    assertThat(answer.text("/transfers/2/code")).isEqualTo("insufficient-funds");
    assertThat(bank.booked(from)).isEqualTo("0.00");
    assertThat(bank.booked(to)).isEqualTo("100.00");
    var paid = Bank.TRANSACTIONS + "/" + answer.text("/transfers/0/transactionId");
    assertThat(house.as("teller").get(paid).expect(200).text("/status")).isEqualTo("PAID");
    var read = house.as("teller").get(BATCHES + "/" + answer.text("/id")).expect(200);
    assertThat(read.body()).isEqualTo(answer.body());
    assertThat(house.as("agent").get(BATCHES + "/" + answer.text("/id")).status()).isEqualTo(404);
  }

  @Test
  void allOrNothingIsRefusedWithEachFault() {
    var byTheLedger =
        house
            .as("teller")
            .post(BATCHES, batch("ALL_OR_NOTHING", List.of(transfer("60.00"), transfer("60.00"))))
            .expect(422);
    var byARule =
        house
            .as("teller")
            .post(BATCHES, batch("ALL_OR_NOTHING", List.of(transfer("60.00"), transfer("0.00"))))
            .expect(422);

    assertThat(byTheLedger.text("/code")).isEqualTo("batch-refused");
    assertThat(byTheLedger.text("/errors/0/pointer")).isEqualTo("/transfers/1");
    assertThat(byTheLedger.text("/errors/0/detail")).startsWith("insufficient-funds: ");
    assertThat(byARule.text("/code")).isEqualTo("batch-refused");
    assertThat(byARule.text("/errors/0/pointer")).isEqualTo("/transfers/1/amount");
    assertThat(bank.booked(from)).isEqualTo("100.00");
    assertThat(bank.available(from)).isEqualTo("100.00");
  }

  @Test
  void asManyAsThereMayBeArePaid() {
    var transfers = Collections.nCopies(5_000, transfer("0.01"));

    var answer = house.as("teller").post(BATCHES, batch("ALL_OR_NOTHING", transfers)).expect(201);

    assertThat(statuses(answer)).hasSize(5_000).containsOnly("PAID");
    assertThat(bank.booked(to)).isEqualTo("50.00");
  }

  @Test
  void theSameKeyFiredTwentyTimesMovesEachOnce() {
    var body = batch("EACH", List.of(transfer("10.00"), transfer("5.00")));
    var teller = house.as("teller");
    var key = House.newKey();

    var answers = fire(i -> teller.postAsync(BATCHES, body, "Idempotency-Key", key));

    assertThat(answers).extracting(Answer::status).containsOnly(201, 409).contains(201);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .extracting(Answer::body)
        .containsOnly(teller.post(BATCHES, body, "Idempotency-Key", key).expect(201).body());
    assertThat(bank.booked(to)).isEqualTo("15.00");
  }

  @RepeatedTest(3)
  void batchesThatTogetherExceedTheBalanceNeverOverdrawIt() {
    var body = batch("EACH", Collections.nCopies(7, transfer("10.00")));
    var teller = house.as("teller");

    var answers = fire(2, i -> teller.postAsync(BATCHES, body));

    var paid = answers.stream().flatMap(answer -> statuses(answer.expect(201)).stream());
    assertThat(paid.filter("PAID"::equals)).hasSize(10);
    assertThat(bank.booked(from)).isEqualTo("0.00");
    assertThat(bank.booked(to)).isEqualTo("100.00");
  }

  @RepeatedTest(3)
  void allOrNothingAgainstWithdrawalsIsAllOrNothing() {
    var body = batch("ALL_OR_NOTHING", Collections.nCopies(4, transfer("20.00")));
    var teller = house.as("teller");

    var answers =
        fire(4, i -> i < 2 ? teller.postAsync(BATCHES, body) : bank.payOutAsync(from, "30.00"));

    assertThat(answers).extracting(Answer::status).containsOnly(201, 422);
    var batches = answers.subList(0, 2).stream().filter(a -> a.status() == 201).count();
    var withdrawals = answers.subList(2, 4).stream().filter(a -> a.status() == 201).count();
    assertThat(bank.booked(to)).isEqualTo(euros(batches * 80_00));
    assertThat(bank.booked(from)).isEqualTo(euros(100_00 - batches * 80_00 - withdrawals * 30_00));
    assertThat(batches + withdrawals).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"mode\":\"EACH\",\"transfers\":[]} | /transfers",
        "{\"mode\":\"EACH\"} | /transfers",
        "{\"transfers\":[T]} | /mode",
        "{\"mode\":\"SOME\",\"transfers\":[T]} | /mode",
        "{\"mode\":\"EACH\",\"transfers\":[T,null]} | /transfers/1",
        "{\"mode\":\"EACH\",\"transfers\":[T],\"more\":1} | /more",
        "{\"mode\":\"EACH\",\"transfers\":[T,{\"tip\":1}]} | /transfers/1/tip",
        "{\"mode\":\"EACH\",\"transfers\":[T,{\"amount\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}}]} | /transfers/1/amount/amount",
        "{\"mode\":\"EACH\",\"transfers\":[T,{\"sourceAccountId\":\"01930d2e-7c1a-7000-8000-000000000001\",\"destinationAccountNumber\":\"1\"}]} | /transfers/1/amount",
        "{\"mode\":\"EACH\",\"transfers\":[T,{\"sourceAccountId\":\"01930d2e-7c1a-7000-8000-000000000001\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}]} | /transfers/1/destinationAccountId",
      })
  void whatIsNoBatchIsRefusedAndNamedAndNothingMoves(String body, String pointer) {
    var answer = house.as("teller").post(BATCHES, body.replace("[T", "[" + transfer("1.00")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("malformed-request");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(bank.booked(from)).isEqualTo("100.00");
  }

  @Test
  void tooManyAndTooLargeAreRefused() {
    var tooMany = batch("EACH", Collections.nCopies(5_001, transfer("0.01")));
    var tooLarge = "{\"mode\":\"EACH\",\"transfers\":[" + " ".repeat(4_194_304) + "]}";

    var many = house.as("teller").post(BATCHES, tooMany).expect(400);
    var large = house.as("teller").post(BATCHES, tooLarge).expect(413);

    assertThat(many.text("/errors/0/pointer")).isEqualTo("/transfers");
    assertThat(large.text("/code")).isEqualTo("body-too-large");
    assertThat(house.as("teller").post(Bank.TRANSFERS, " ".repeat(524_289)).status())
        .as("elsewhere the limit is what it was")
        .isEqualTo(413);
    assertThat(bank.booked(from)).isEqualTo("100.00");
  }

  @Test
  void theLedgerPostsABatchForWhoMayPost() {
    var good = journal("60.00");
    var tooMuch = journal("60.00");
    var body = "{\"mode\":\"%s\",\"postings\":[" + good + "," + tooMuch + "]}";

    assertThat(house.as("teller").post(JOURNAL_BATCHES, body.formatted("EACH")).status())
        .isEqualTo(403);
    var nothing = house.asMachine().post(JOURNAL_BATCHES, body.formatted("ALL_OR_NOTHING"));
    assertThat(nothing.expect(200).text("/results/0/code")).isEqualTo("batch-refused");
    assertThat(nothing.text("/results/1/code")).isEqualTo("insufficient-funds");
    assertThat(bank.booked(from)).isEqualTo("100.00");

    var each = house.asMachine().post(JOURNAL_BATCHES, body.formatted("EACH")).expect(200);
    var again = house.asMachine().post(JOURNAL_BATCHES, body.formatted("EACH")).expect(200);
    assertThat(each.text("/results/0/status")).isEqualTo("POSTED");
    assertThat(again.body()).isEqualTo(each.body());
    assertThat(bank.booked(to)).isEqualTo("60.00");

    var twice = "{\"mode\":\"EACH\",\"postings\":[" + good + "," + good + "]}";
    var refused = house.asMachine().post(JOURNAL_BATCHES, twice).expect(400);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/postings/1/id");
  }

  @Test
  @Tag("distributed")
  void theServerIsKilledUnderBatches() throws InterruptedException {
    var server = house.server(Context.TRANSACTION);
    var keys = ConcurrentHashMap.<String>newKeySet();
    var stop = new AtomicBoolean();
    var clients = Executors.newFixedThreadPool(CLIENTS);
    for (var i = 0; i < CLIENTS; i++) {
      clients.execute(() -> sendUntil(stop, keys));
    }
    Thread.sleep(UNDER_LOAD.toMillis());
    server.kill();
    server.start();
    server.awaitReady(READY);
    stop.set(true);
    clients.shutdown();
    assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

    var moved = keys.stream().mapToLong(this::paidUnder).sum();
    assertThat(moved).isPositive();
    assertThat(bank.booked(to)).isEqualTo(euros(moved));
  }

  /** Each of one cent, until there is no more money; then they are declined. */
  private String cents() {
    return batch("EACH", Collections.nCopies(IN_A_BATCH, transfer("0.01")));
  }

  private void sendUntil(AtomicBoolean stop, Set<String> keys) {
    var body = cents();
    while (!stop.get()) {
      var key = House.newKey();
      keys.add(key);
      try {
        if (house.as("teller").post(BATCHES, body, "Idempotency-Key", key).status() != 201) {
          pause();
        }
      } catch (UncheckedIOException away) {
        // the server is down, as intended; what became of this batch is asked later
        pause();
      }
    }
  }

  /** The same request again, until what was lost has healed. */
  private long paidUnder(String key) {
    var body = cents();
    var until = Instant.now().plus(HEALED_WITHIN);
    var answer = house.as("teller").post(BATCHES, body, "Idempotency-Key", key);
    while (answer.status() != 201 && Instant.now().isBefore(until)) {
      pause();
      answer = house.as("teller").post(BATCHES, body, "Idempotency-Key", key);
    }
    return statuses(answer.expect(201)).stream().filter("PAID"::equals).count();
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
  }

  private String transfer(String euros) {
    return Bank.transferOf(from, to, euros);
  }

  private String journal(String euros) {
    return "{\"id\":\""
        + UUID.randomUUID()
        + "\",\"kind\":\"TRANSFER\",\"legs\":["
        + leg(from, "-" + euros)
        + ","
        + leg(to, euros)
        + "]}";
  }

  private static String leg(String account, String euros) {
    return "{\"accountId\":\"" + account + "\",\"amount\":" + Bank.euro(euros) + "}";
  }

  private static String batch(String mode, List<String> transfers) {
    return "{\"mode\":\"" + mode + "\",\"transfers\":[" + String.join(",", transfers) + "]}";
  }

  private static List<String> statuses(Answer answer) {
    var statuses = new ArrayList<String>();
    answer.json().path("transfers").forEach(item -> statuses.add(item.path("status").asText()));
    return statuses;
  }

  private static List<Answer> fire(IntFunction<CompletableFuture<Answer>> request) {
    return fire(CONTENDERS, request);
  }

  private static List<Answer> fire(int times, IntFunction<CompletableFuture<Answer>> request) {
    var answers = IntStream.range(0, times).mapToObj(request).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static String euros(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
