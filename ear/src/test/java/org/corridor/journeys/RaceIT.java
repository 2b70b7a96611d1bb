package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conflicting requests, fired at the same instant, through HTTP, at the real database. */
@ExtendWith(House.Key.class)
class RaceIT {

  private static final int CONTENDERS = 50;

  private final House house;
  private final Bank bank;

  RaceIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeEach
  void everybodyIsSignedIn() {
    house.as("teller");
    house.as("agent");
    house.asMachine();
  }

  @AfterEach
  void theBooksBalance() {
    assertThat(bank.booksBalance()).isTrue();
  }

  @Test
  void theSameKeyFiredFiftyTimesMovesMoneyOnce() {
    var from = bank.anAccountWith("100.00");
    var to = bank.anAccount();
    var key = House.newKey();

    var answers = fire(i -> bank.transferAsync(from, to, "10.00", key));

    assertThat(statuses(answers)).containsOnly(201, 409).contains(201);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .extracting(answer -> answer.text("/id"))
        .containsOnly(answerOf(answers, 201).text("/id"));
    assertThat(bank.booked(to)).isEqualTo("10.00");
    assertThat(bank.booked(from)).isEqualTo("90.00");
    var again = bank.transfer(house.as("teller"), from, to, "10.00", "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(answerOf(answers, 201).body());
  }

  @Test
  void ofFiftyWithdrawalsOfAllTheMoneyOneSucceeds() {
    var account = bank.anAccountWith("80.00");

    var answers = fire(i -> bank.payOutAsync(account, "80.00"));

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(count(answers, 422)).isEqualTo(CONTENDERS - 1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 422)
        .allSatisfy(refused -> assertThat(refused.text("/code")).isEqualTo("insufficient-funds"));
    assertThat(bank.booked(account)).isEqualTo("0.00");
  }

  @Test
  void aPaymentReversedFiftyTimesAtOnceIsReversedOnce() {
    var from = bank.anAccountWith("60.00");
    var to = bank.anAccount();
    var paid = bank.transfer(house.as("teller"), from, to, "25.00").expect(201).text("/id");
    var agent = house.as("agent");

    var answers = fire(i -> agent.postAsync(Bank.TRANSACTIONS + "/" + paid + "/reversal", "{}"));

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(statuses(answers)).containsOnly(201, 409, 422);
    assertThat(bank.booked(from)).isEqualTo("60.00");
    assertThat(bank.booked(to)).isEqualTo("0.00");
  }

  @RepeatedTest(5)
  void aHoldCapturedAndReleasedAtOnceIsOneOfBoth() {
    var account = bank.anAccountWith("40.00");
    var shop = bank.anAccount();
    var hold = UUID.randomUUID().toString();
    var machine = house.asMachine();
    var holdPath = Bank.ACCOUNTS + "/" + account + "/holds/" + hold;
    machine.put(holdPath, "{\"amount\":" + Bank.euro("30.00") + "}").expect(201);
    assertThat(bank.available(account)).isEqualTo("10.00");
    var capture = capture(account, shop, hold);

    var answers =
        fire(
            i ->
                i % 2 == 0
                    ? CompletableFuture.supplyAsync(
                        () -> machine.put(Bank.JOURNALS + "/" + UUID.randomUUID(), capture))
                    : machine.postAsync(holdPath + "/release", "{}"));

    var captured = bank.booked(shop).equals("30.00");
    assertThat(count(answers, 201)).as("captures").isEqualTo(captured ? 1 : 0);
    assertThat(bank.booked(account)).isEqualTo(captured ? "10.00" : "40.00");
    assertThat(bank.balance(account, "/held/amount")).isEqualTo("0.00");
  }

  @Test
  void oppositeTransfersBetweenTwoAccountsNeverDeadlock() {
    var one = bank.anAccountWith("100.00");
    var other = bank.anAccountWith("100.00");

    var answers =
        fire(
            i ->
                i % 2 == 0
                    ? bank.transferAsync(one, other, "1.00", House.newKey())
                    : bank.transferAsync(other, one, "1.00", House.newKey()));

    assertThat(statuses(answers)).containsOnly(201);
    assertThat(bank.booked(one)).isEqualTo("100.00");
    assertThat(bank.booked(other)).isEqualTo("100.00");
  }

  @Test
  void anAccountFrozenWhileMoneyMovesLosesNothing() {
    var from = bank.anAccountWith("50.00");
    var to = bank.anAccount();
    var agent = house.as("agent");
    var path = Bank.ACCOUNTS + "/" + from;
    var tag = Bank.etag(agent, path);

    var answers =
        fire(
            i ->
                i == CONTENDERS / 2
                    ? agent.postAsync(
                        path + "/freeze", "{\"reason\":\"SUSPECTED_FRAUD\"}", "If-Match", tag)
                    : bank.transferAsync(from, to, "1.00", House.newKey()));

    var moved = count(answers, 201);
    assertThat(bank.booked(to)).isEqualTo(moved + ".00");
    assertThat(bank.booked(from)).isEqualTo((50 - moved) + ".00");
    assertThat(bank.transfer(house.as("teller"), from, to, "1.00").text("/code"))
        .isEqualTo("account-not-open");
  }

  @Test
  void fiftyAccountsAskedForUnderOneKeyAreOne() {
    var client = bank.anActiveClient();
    var key = House.newKey();
    var body = "{\"clientId\":\"" + client + "\",\"product\":\"CURRENT-EUR\"}";

    var answers =
        fire(i -> house.as("agent").postAsync(Bank.ACCOUNTS, body, "Idempotency-Key", key));

    assertThat(statuses(answers)).containsOnly(201, 409);
    var accounts = house.as("agent").get(Bank.ACCOUNTS + "?clientId=" + client).expect(200);
    assertThat(accounts.json().at("/items")).hasSize(1);
  }

  private static String capture(String account, String shop, String hold) {
    return """
        {"kind":"PURCHASE","captures":"%s","legs":[
          {"accountId":"%s","amount":{"amount":"-30.00","currency":"EUR"}},
          {"accountId":"%s","amount":{"amount":"30.00","currency":"EUR"}}]}"""
        .formatted(hold, account, shop);
  }

  private static List<Answer> fire(IntFunction<CompletableFuture<Answer>> contender) {
    var running = new ArrayList<CompletableFuture<Answer>>();
    for (var i = 0; i < CONTENDERS; i++) {
      running.add(contender.apply(i));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  private static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  private static Answer answerOf(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).findFirst().orElseThrow();
  }
}
