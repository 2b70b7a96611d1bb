package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money goes out through a processor, whatever mood that is in; nothing is paid twice. */
@ExtendWith(House.Key.class)
class PaymentIT {

  private static final String PAYMENTS = "/api/transaction/v1/payments";
  private static final String SAGAS = "/api/transaction/v1/sagas";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration READY = Duration.ofMinutes(3);
  private static final Duration UNDER_LOAD = Duration.ofSeconds(3);
  private static final int CLIENTS = 4;
  private static final Set<String> ENDS =
      Set.of("PAID", "DECLINED", "FAILED", "CANCELLED", "RETURNED");

  private final House house;
  private final Bank bank;
  private String payer;

  PaymentIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeEach
  void aPayerWithMoney() {
    payer = bank.anAccountWith("100.00");
  }

  @AfterAll
  static void theBooksBalance(House house) {
    assertThat(new Bank(house).booksBalance()).isTrue();
  }

  @Test
  void aPaymentIsReservedSubmittedAndPaid() {
    var text = aNewText("");
    var asked = pay("25.00", text);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("/status")).isEqualTo("CREATED");
    var location = asked.header("Location").orElseThrow();

    var paid = ended(location);

    assertThat(paid.text("/status")).isEqualTo("PAID");
    assertThat(paid.text("/processorReference")).startsWith("SIM-");
    assertThat(paid.text("/creditor/address/town")).isEqualTo("Köln");
    assertThat(bank.booked(payer)).isEqualTo("75.00");
    assertThat(bank.available(payer)).isEqualTo("75.00");
    assertThat(house.services().processor().timesPaid(text)).isEqualTo(1);
    var history = house.as("teller").get(location + "/history").expect(200).json().at("/items");
    assertThat(history)
        .extracting(step -> step.at("/to").asText())
        .containsExactly("CREATED", "FUNDS_RESERVED", "SUBMITTED", "PAID");
    var listed = house.as("teller").get(PAYMENTS + "?accountId=" + payer).expect(200);
    assertThat(listed.json().at("/items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "sim:refuse, DECLINED, 0",
    "sim:bounce, FAILED, 0",
    "sim:error=2, PAID, 1",
    "sim:busy=2, PAID, 1",
    "sim:late=2, PAID, 1",
    "sim:silent-done, PAID, 1",
    "sim:silent, PAID, 1"
  })
  void whateverTheProcessorDoesItEndsAndIsPaidOnceOrNot(String mood, String end, long times) {
    var text = aNewText(mood);

    var ended = ended(pay("25.00", text).expect(202).header("Location").orElseThrow());

    assertThat(ended.text("/status")).isEqualTo(end);
    assertThat(bank.available(payer)).isEqualTo(times == 1 ? "75.00" : "100.00");
    assertThat(bank.booked(payer)).isEqualTo(times == 1 ? "75.00" : "100.00");
    assertThat(house.services().processor().timesPaid(text)).isEqualTo(times);
  }

  @Test
  void whatTheProcessorSendsBackIsBookedBack() {
    var text = aNewText("sim:return=1");
    var location = pay("25.00", text).expect(202).header("Location").orElseThrow();
    var teller = house.as("teller");

    await(() -> teller.get(location).expect(200).text("/status").equals("RETURNED"));

    assertThat(teller.get(location).text("/refusal/code")).isEqualTo("processor-returned");
    assertThat(teller.get(location + "/history").expect(200).json().at("/items"))
        .extracting(step -> step.at("/to").asText())
        .containsExactly("CREATED", "FUNDS_RESERVED", "SUBMITTED", "PAID", "RETURNED");
    assertThat(bank.booked(payer)).isEqualTo("100.00");
    assertThat(bank.available(payer)).isEqualTo("100.00");
    assertThat(house.services().processor().timesPaid(text)).isEqualTo(1);
    assertThat(house.as("admin").get(SAGAS + "?kind=payment-return").expect(200).body())
        .contains(teller.get(location).text("/id"));
  }

  @Test
  void aSilentProcessorMakesAPaymentUnknownAndTheOperatorSeesWhy() {
    var id = pay("25.00", aNewText("sim:silent=2")).expect(202).text("/id");

    await(() -> status(id).equals("UNKNOWN"));

    var admin = house.as("admin");
    var saga = admin.get(SAGAS + "/" + id).expect(200);
    assertThat(saga.text("/saga/step")).isEqualTo("SUBMIT");
    assertThat(saga.text("/saga/waitsFor")).isNotEmpty();
    assertThat(saga.json().at("/history")).isNotEmpty();
    assertThat(admin.get(SAGAS + "?waiting=true&kind=payment&status=RUNNING").expect(200).body())
        .contains(id);
    assertProblem(admin.post(SAGAS + "/" + id + "/compensate", ""), "past-the-point-of-no-return");
    assertProblem(cancel(id), "payment-submitted");
    admin.post(SAGAS + "/" + id + "/retry", "").expect(202);
    assertThat(ended(PAYMENTS + "/" + id).text("/status")).isEqualTo("PAID");
    assertProblem(admin.post(SAGAS + "/" + id + "/retry", ""), "saga-has-ended");
    assertThat(bank.booked(payer)).isEqualTo("75.00");
  }

  @Test
  void whatIsPaidAndCannotBeBookedIsStuckUntilTheOperatorLetsItGoOn() {
    var id = pay("25.00", aNewText("sim:late=2")).expect(202).text("/id");
    await(() -> status(id).equals("SUBMITTED"));
    var agent = house.as("agent");
    var path = Bank.ACCOUNTS + "/" + payer;
    var reason = "{\"reason\":\"SUSPECTED_FRAUD\"}";
    agent.post(path + "/freeze", reason, "If-Match", Bank.etag(agent, path)).expect(200);
    var admin = house.as("admin");
    await(() -> admin.get(SAGAS + "/" + id).text("/saga/status").equals("STUCK"));
    assertThat(admin.get(SAGAS + "?status=STUCK").expect(200).body()).contains(id);
    assertThat(admin.get(SAGAS + "/" + id).text("/cause/code")).isEqualTo("account-not-open");
    var server = house.server(Context.TRANSACTION).baseUri();
    var metrics = server + "/metrics?scope=application";
    await(
        () ->
            house
                .asNobody()
                .get(metrics)
                .expect(200)
                .body()
                .matches(
                    "(?s).*corridor_transaction_sagas_open\\{[^}]*status=\"STUCK\"[^}]*} 1.*"));
    assertThat(house.asNobody().get(server + "/health/ready").expect(200).body())
        .contains("transaction-sagas");

    agent.post(path + "/unfreeze", "{}", "If-Match", Bank.etag(agent, path)).expect(200);
    admin.post(SAGAS + "/" + id + "/retry", "").expect(202);

    assertThat(ended(PAYMENTS + "/" + id).text("/status")).isEqualTo("PAID");
    assertThat(bank.booked(payer)).isEqualTo("75.00");
  }

  @Test
  void whatCannotBeReservedIsDeclinedAndTheMoneyOfTheOthersStays() {
    var first = pay("80.00", aNewText("")).expect(202).header("Location").orElseThrow();
    var second = pay("80.00", aNewText("")).expect(202).header("Location").orElseThrow();

    var ends =
        Stream.of(ended(first), ended(second)).map(answer -> answer.text("/status")).toList();

    assertThat(ends).containsExactlyInAnyOrder("PAID", "DECLINED");
    assertThat(bank.booked(payer)).isEqualTo("20.00");
  }

  @Test
  void theSameKeyAtOnceIsOnePayment() {
    var body = payment("10.00", aNewText(""));
    var key = House.newKey();
    var teller = house.as("teller");

    var answers =
        IntStream.range(0, 20)
            .mapToObj(i -> teller.postAsync(PAYMENTS, body, "Idempotency-Key", key))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(202, 409).contains(202);
    var made = answers.stream().filter(answer -> answer.status() == 202).toList();
    assertThat(made).extracting(Answer::body).containsOnly(made.get(0).body());
    ended(made.get(0).header("Location").orElseThrow());
    assertThat(bank.booked(payer)).isEqualTo("90.00");
    var again = teller.post(PAYMENTS, body, "Idempotency-Key", key).expect(202);
    assertThat(again.body()).isEqualTo(made.get(0).body());
    var other = teller.post(PAYMENTS, payment("11.00", "x"), "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
  }

  @RepeatedTest(5)
  void cancelledTwiceAndSubmittedAtTheSameInstantOneOfThemCounts() {
    var text = aNewText("");
    var id = pay("25.00", text).expect(202).text("/id");
    var path = PAYMENTS + "/" + id + "/cancellation";
    var teller = house.as("teller");

    var wishes =
        List.of(teller.postAsync(path, ""), teller.postAsync(path, "")).stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(wishes).extracting(Answer::status).isSubsetOf(200, 202, 409);
    var end = ended(PAYMENTS + "/" + id).text("/status");
    var paid = house.services().processor().timesPaid(text);
    assertThat(paid).isEqualTo(end.equals("PAID") ? 1 : 0);
    assertThat(end).isIn("PAID", "CANCELLED");
    var wasTaken = wishes.stream().anyMatch(wish -> wish.status() != 409);
    assertThat(end.equals("CANCELLED")).isEqualTo(wasTaken);
    assertThat(bank.available(payer)).isEqualTo(paid == 1 ? "75.00" : "100.00");
    assertThat(bank.booked(payer)).isEqualTo(bank.available(payer));
  }

  @Test
  void aPaymentThatTheProcessorIsTooBusyForIsCancelled() {
    var text = aNewText("sim:busy=1000");
    var id = pay("25.00", text).expect(202).text("/id");
    await(() -> house.as("admin").get(SAGAS + "/" + id).text("/saga/stage").equals("TRY_AGAIN"));
    assertThat(bank.available(payer)).isEqualTo("75.00");

    await(() -> cancel(id).status() != 409);

    assertThat(ended(PAYMENTS + "/" + id).text("/status")).isEqualTo("CANCELLED");
    assertThat(bank.available(payer)).isEqualTo("100.00");
    assertThat(house.services().processor().timesPaid(text)).isZero();
    assertThat(cancel(id).status()).as("it is cancelled already").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DE89370400440532013000 | DE89370400440532013001 | 422 | iban-invalid | /creditor/iban",
        "DE89370400440532013000 | DE89 | 400 | malformed-request | /creditor/iban",
        "\"country\":\"DE\" | \"country\":\"XX\" | 422 | unknown-country | /creditor/address/country",
        "\"town\":\"Köln\", | `` | 400 | malformed-request | /creditor/address/town",
        "\"SEPA\" | \"SWIFT\" | 422 | bic-required | /creditor/bic",
        "\"SEPA\" | \"PIGEON\" | 400 | malformed-request | /rail",
        "25.00 | 0.00 | 422 | amount-not-positive | /amount",
        "25.00 | 25.001 | 400 | malformed-request | /amount/amount",
        "25.00 | 50000.01 | 422 | approval-not-possible | /amount",
        "EUR | USD | 422 | currency-mismatch | /debtorAccountId"
      })
  void whatCannotBePaidIsRefusedAndNamedAndNothingIsKept(
      String from, String to, int status, String code, String pointer) {
    var body = payment("25.00", "x").replace(from, to);

    var answer = house.as("agent").post(PAYMENTS, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(house.as("agent").get(PAYMENTS + "?accountId=" + payer).json().at("/items"))
        .isEmpty();
    assertThat(bank.available(payer)).isEqualTo("100.00");
  }

  @Test
  void customersAndBranchesReachTheirOwnPaymentsOnlyAndSagasAreTheOrganisations() {
    var location = pay("1.00", aNewText("")).expect(202).header("Location").orElseThrow();
    ended(location);

    for (var stranger : List.of("anna", "teller-muc")) {
      assertThat(house.as(stranger).get(location).status()).isEqualTo(404);
      assertThat(house.as(stranger).post(location + "/cancellation", "").status()).isEqualTo(404);
      assertThat(house.as(stranger).post(PAYMENTS, payment("1.00", "x")).status()).isEqualTo(422);
    }
    assertThat(house.as("viewer").post(PAYMENTS, payment("1.00", "x")).status()).isEqualTo(403);
    assertThat(house.as("viewer").get(SAGAS).status()).isEqualTo(200);
    assertThat(house.as("viewer").post(SAGAS + "/" + House.newKey() + "/retry", "").status())
        .isEqualTo(403);
    assertThat(house.as("teller").get(SAGAS).status()).isEqualTo(403);
    assertThat(house.as("admin").get(SAGAS + "/" + House.newKey()).status()).isEqualTo(404);
  }

  @Test
  @Tag("distributed")
  void theServerIsKilledInTheMiddleOfPayments() throws InterruptedException {
    var server = house.server(Context.TRANSACTION);
    var texts = new ConcurrentHashMap<String, String>();
    var stop = new AtomicBoolean();
    var clients = Executors.newFixedThreadPool(CLIENTS);
    for (var i = 0; i < CLIENTS; i++) {
      clients.execute(() -> payUntil(stop, texts));
    }
    Thread.sleep(UNDER_LOAD.toMillis());
    server.kill();
    server.start();
    server.awaitReady(READY);
    stop.set(true);
    clients.shutdown();
    assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    var paid = texts.entrySet().stream().filter(this::isPaidOnce).count();

    assertThat(paid).isPositive();
    assertThat(bank.booked(payer)).isEqualTo(BigDecimal.valueOf(100_00 - paid, 2).toPlainString());
    assertThat(bank.available(payer)).isEqualTo(bank.booked(payer));
  }

  private void payUntil(AtomicBoolean stop, Map<String, String> texts) {
    while (!stop.get()) {
      var key = House.newKey();
      var text = aNewText("");
      texts.put(key, text);
      while (!stop.get() && !isTaken(payment("0.01", text), key)) {
        pause();
      }
    }
  }

  private boolean isTaken(String body, String key) {
    try {
      return house.as("teller").post(PAYMENTS, body, "Idempotency-Key", key).status() == 202;
    } catch (UncheckedIOException | IllegalStateException away) {
      // the server is down, as intended; the same request is sent again
      return false;
    }
  }

  /**
   * The same request again, and whatever becomes of it: the processor has paid it once or never.
   */
  private boolean isPaidOnce(Map.Entry<String, String> keyAndText) {
    var text = keyAndText.getValue();
    var answer =
        house
            .as("teller")
            .post(PAYMENTS, payment("0.01", text), "Idempotency-Key", keyAndText.getKey())
            .expect(202);
    var end = ended(answer.header("Location").orElseThrow()).text("/status");
    assertThat(end).isEqualTo("PAID");
    assertThat(house.services().processor().timesPaid(text)).isEqualTo(1);
    return true;
  }

  private Answer pay(String euros, String text) {
    return house.as("teller").post(PAYMENTS, payment(euros, text));
  }

  private Answer cancel(String id) {
    return house.as("teller").post(PAYMENTS + "/" + id + "/cancellation", "");
  }

  private String status(String id) {
    return house.as("teller").get(PAYMENTS + "/" + id).expect(200).text("/status");
  }

  /** The payment, once it has come to an end. */
  private Answer ended(String location) {
    var teller = house.as("teller");
    await(() -> ENDS.contains(teller.get(location).expect(200).text("/status")));
    return teller.get(location).expect(200);
  }

  private static void await(BooleanSupplier condition) {
    Patience.await(PATIENCE, condition);
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/code")).isEqualTo(code);
  }

  private static String aNewText(String mood) {
    return (mood + " " + House.newKey()).strip();
  }

  private String payment(String euros, String text) {
    return """
        {"debtorAccountId":"%s","amount":%s,
         "creditor":{"name":"Stadtwerke","iban":"DE89370400440532013000",
           "address":{"town":"Köln","country":"DE"}},
         "remittance":"%s","rail":"SEPA"}"""
        .formatted(payer, Bank.euro(euros), text);
  }
}
