package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused, with the right problem, and changes nothing. */
@ExtendWith(House.Key.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {

  private final House house;
  private final Bank bank;
  private String from;
  private String to;

  BadInputIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeAll
  void twoAccounts() {
    from = bank.anAccountWith("100.00");
    to = bank.anAccount();
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(bank.booked(from)).isEqualTo("100.00");
    assertThat(bank.booked(to)).isEqualTo("0.00");
    assertThat(bank.available(from)).isEqualTo("100.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"amount\":\"-1.00\",\"currency\":\"EUR\"}  | 400,422",
        "{\"amount\":\"0.00\",\"currency\":\"EUR\"}   | 400,422",
        "{\"amount\":\"1.001\",\"currency\":\"EUR\"}  | 400",
        "{\"amount\":\"1e2\",\"currency\":\"EUR\"}    | 400",
        "{\"amount\":\"NaN\",\"currency\":\"EUR\"}    | 400",
        "{\"amount\":1.00,\"currency\":\"EUR\"}       | 400",
        "{\"amount\":\"1.00\",\"currency\":\"EURO\"}  | 400",
        "{\"amount\":\"1.00\",\"currency\":\"XAU\"}   | 400",
        "{\"amount\":\"1.00\",\"currency\":\"USD\"}   | 422",
        "{\"amount\":\"1.00\"}                        | 400",
        "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"x\":1} | 400",
        "{\"amount\":\"99999999999999999999.00\",\"currency\":\"EUR\"} | 400",
        "null                                         | 400",
        "\"1.00 EUR\"                                 | 400",
        "[]                                           | 400",
      })
  void refusesAnAmountThatIsNone(String amount, String statuses) {
    var body =
        "{\"sourceAccountId\":\""
            + from
            + "\",\"destinationAccountId\":\""
            + to
            + "\",\"amount\":"
            + amount
            + "}";

    var answer = house.as("teller").post(Bank.TRANSFERS, body);

    assertThat(statuses.split(",", -1)).contains(Integer.toString(answer.status()));
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isAProblem);
    assertThat(answer.text("/code")).isNotEmpty();
    assertThat(answer.text("/correlationId"))
        .isEqualTo(answer.header("X-Correlation-Id").orElseThrow());
  }

  @Test
  void saysWhichMemberIsWrong() {
    var body = "{\"sourceAccountId\":\"" + from + "\",\"destinationAccountId\":\"" + to + "\",";

    var overPrecise =
        house
            .as("teller")
            .post(Bank.TRANSFERS, body + "\"amount\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}}");
    var unknown =
        house
            .as("teller")
            .post(Bank.TRANSFERS, body + "\"amount\":" + Bank.euro("1.00") + ",\"tip\":1}");

    assertThat(overPrecise.text("/errors/0/pointer")).isEqualTo("/amount/amount");
    assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/tip");
  }

  @Test
  void refusesToMoveMoneyFromAnAccountToItself() {
    var answer = bank.transfer(house.as("teller"), from, from, "1.00");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/code")).isEqualTo("same-account");
  }

  @Test
  void refusesAccountsThatAreNotThere() {
    var nowhere = UUID.randomUUID().toString();

    assertThat(bank.transfer(house.as("teller"), from, nowhere, "1.00").status()).isIn(404, 422);
    assertThat(bank.transfer(house.as("teller"), nowhere, to, "1.00").status()).isIn(404, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/client/v1/clients?name=%00",
        "/api/client/v1/clients?branch=%00",
        "/api/client/v1/clients?limit=many",
        "/api/client/v1/clients?cursor=MS0xLTEtMS0x",
        "/api/account/v1/accounts?number=%00",
        "/api/account/v1/accounts?clientId=1-1-1-1-1",
        "/api/auth/v1/users?status=active",
        "/api/auth/v1/users?branch=%00",
        "/api/transaction/v1/transactions?from=%2B1000000000-12-31T23:59:59Z",
        "/api/transaction/v1/transactions?limit=201",
        "/api/transaction/v1/dead-letters?type=%00",
        "/api/notification/v1/deliveries?channel=PIGEON",
      })
  void refusesAQueryThatAsksForNothingThereCouldBe(String query) {
    var answer = house.asMachine().get(query).expect(400);

    assertThat(answer.text("/code")).isEqualTo("malformed-request");
    assertThat(answer.text("/errors/0/pointer")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'{', 400", "'', 400", "'[]', 400", "'{\"a\":1,\"a\":2}', 400", "'\u0000', 400"})
  void refusesABodyThatIsNotTheJsonAskedFor(String body, int status) {
    assertThat(house.as("teller").post(Bank.TRANSFERS, body).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(ints = {700_000, 2_097_152, 20_971_520})
  void refusesAHugeBodyWhetherItSaysItsLengthOrNot(int length) {
    var huge = "{\"amount\":{\"amount\":" + " ".repeat(length) + "\"1.00\"}}";
    var teller = house.as("teller");
    var inside = house.server(Context.TRANSACTION).baseUri() + Bank.TRANSFERS;

    for (var path : List.of(Bank.TRANSFERS, inside)) {
      isTooLarge(teller.post(path, huge));
      isTooLarge(teller.postInChunks(path, huge.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  private void isTooLarge(Answer answer) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isAProblem);
    assertThat(answer.text("/code")).isEqualTo("body-too-large");
  }

  @Test
  void refusesAnotherMediaType() {
    var answer = house.as("teller").post(Bank.TRANSFERS, "a=b", "Content-Type", "text/plain");

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void refusesAReferenceThatCouldDisturbALog() {
    var body = Bank.transferOf(from, to, "1.00").replace("a journey", "line\\nfeed");

    var answer = house.as("teller").post(Bank.TRANSFERS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/reference");
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    var payer = bank.anAccountWith("10.00");
    var payee = bank.anAccount();
    var key = House.newKey();
    var teller = house.as("teller");
    bank.transfer(teller, payer, payee, "1.00", "Idempotency-Key", key).expect(201);

    var other = bank.transfer(teller, payer, payee, "2.00", "Idempotency-Key", key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
    assertThat(bank.booked(payee)).isEqualTo("1.00");
  }

  @Test
  void refusesAKeyThatIsMissingOrMalformed() {
    var transfer = Bank.transferOf(from, to, "1.00");
    var teller = house.as("teller");

    assertThat(teller.post(Bank.TRANSFERS, transfer, "Idempotency-Key", "").status())
        .isEqualTo(400);
    assertThat(teller.post(Bank.TRANSFERS, transfer, "Idempotency-Key", "x".repeat(200)).status())
        .isEqualTo(400);
  }

  @Test
  void aDeclinedTransferIsDeclinedAgainUnderItsKeyThoughTheMoneyHasCome() {
    var payer = bank.anAccount();
    var payee = bank.anAccount();
    var key = House.newKey();
    var teller = house.as("teller");
    var declined = bank.transfer(teller, payer, payee, "5.00", "Idempotency-Key", key);
    assertThat(declined.text("/code")).isEqualTo("insufficient-funds");
    bank.payIn(payer, "5.00").expect(201);

    var again = bank.transfer(teller, payer, payee, "5.00", "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(422);
    assertThat(bank.booked(payee)).isEqualTo("0.00");
    bank.transfer(teller, payer, payee, "5.00").expect(201);
  }

  @Test
  void anUpdateNeedsTheTagOfWhatItChanges() {
    var agent = house.as("agent");
    var path = Bank.ACCOUNTS + "/" + bank.anAccount();
    var reason = "{\"reason\":\"CLIENT_REQUEST\"}";

    assertThat(agent.post(path + "/freeze", reason).status()).isEqualTo(428);
    assertThat(agent.post(path + "/freeze", reason, "If-Match", "\"999\"").status()).isEqualTo(412);
  }

  @Test
  void anAddressThatIsNotThereIsAProblemToo() {
    var answer = house.as("teller").get("/api/transaction/v1/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isAProblem);
  }

  private void isAProblem(String contentType) {
    assertThat(contentType).startsWith("application/problem+json");
  }
}
