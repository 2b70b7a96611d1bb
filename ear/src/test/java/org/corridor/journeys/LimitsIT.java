package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.corridor.dev.demo.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The organisation decides how much may move; in currencies that no other journey uses. */
@ExtendWith(House.Key.class)
class LimitsIT {

  private static final String LIMITS = "/api/transaction/v1/limits/";
  private static final int CONTENDERS = 20;

  private final House house;

  LimitsIT(House house) {
    this.house = house;
  }

  @BeforeEach
  void everybodyIsSignedIn() {
    house.as("admin");
  }

  @Test
  void theAdministratorLetsTheStaffMoveAnotherCurrencyAndThenLess() {
    var admin = house.as("admin");
    var path = LIMITS + "TRANSFER/STAFF/SEK";
    assertThat(admin.get(path).status()).isEqualTo(404);

    var created = admin.put(path, limit("500.00", "900.00", "SEK"), "If-None-Match", "*");
    var lowered =
        admin.put(path, limit("400.00", "900.00", "SEK"), "If-Match", created.header("ETag").get());

    assertThat(created.status()).isEqualTo(201);
    assertThat(lowered.status()).isEqualTo(200);
    assertThat(lowered.text("/perTransaction/amount")).isEqualTo("400.00");
    var read = admin.get(path).expect(200);
    assertThat(read.body()).isEqualTo(lowered.body());
    assertThat(read.header("ETag")).isEqualTo(lowered.header("ETag"));
    assertThat(house.as("agent").get("/api/transaction/v1/limits").expect(200).body())
        .contains("400.00");
  }

  @Test
  void whoDoesNotSayWhatItHasReadChangesNothing() {
    var admin = house.as("admin");
    var path = LIMITS + "TRANSFER/STAFF/NOK";
    var body = limit("500.00", "900.00", "NOK");
    var created = admin.put(path, body, "If-None-Match", "*").expect(201);

    assertProblem(admin.put(path, body), 428, "precondition-required");
    assertProblem(admin.put(path, body, "If-Match", "\"99\""), 412, "stale");
    assertProblem(admin.put(path, body, "If-None-Match", "*"), 412, "stale");
    assertThat(admin.get(path).header("ETag")).isEqualTo(created.header("ETag"));
  }

  @Test
  void refusesALimitThatCannotBeMeantSoAndSaysWhere() {
    var admin = house.as("admin");
    var path = LIMITS + "TRANSFER/STAFF/DKK";

    var contradictory = admin.put(path, limit("500.00", "499.99", "DKK"), "If-None-Match", "*");
    var foreign = admin.put(path, limit("500.00", "900.00", "EUR"), "If-None-Match", "*");
    var unknown = admin.put(path, limit("500.00", "900.00", "XYZ"), "If-None-Match", "*");
    var reversal = admin.put(LIMITS + "REVERSAL/STAFF/DKK", limit("5.00", "9.00", "DKK"));

    assertProblem(contradictory, 422, "limit-contradictory");
    assertThat(contradictory.text("/errors/0/pointer")).isEqualTo("/perAccountAndDay/amount");
    assertProblem(foreign, 400, "malformed-request");
    assertThat(foreign.text("/errors/0/pointer")).isEqualTo("/perTransaction/currency");
    assertProblem(unknown, 400, "malformed-request");
    assertProblem(reversal, 400, "malformed-request");
    assertThat(reversal.text("/errors/0/pointer")).isEqualTo("kind");
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  @Test
  void nobodyElseSetsThem() {
    var path = LIMITS + "TRANSFER/CUSTOMER/EUR";
    var body = limit("1.00", "1.00", "EUR");

    for (var who : List.of("anna", "teller", "agent", "compliance", "viewer")) {
      assertProblem(house.as(who).put(path, body, "If-Match", "\"0\""), 403, "forbidden");
    }
    assertThat(house.as("viewer").get(path).status()).isEqualTo(200);
    assertThat(house.as("teller").get(path).status()).isEqualTo(403);
  }

  @Test
  void ofManyWhoHaveReadTheSameOneSetsIt() {
    var admin = house.as("admin");
    var path = LIMITS + "TRANSFER/STAFF/CZK";
    var tag =
        admin.put(path, limit("500.00", "900.00", "CZK"), "If-None-Match", "*").header("ETag");

    var answers = new ArrayList<Answer>();
    var threads = Executors.newFixedThreadPool(CONTENDERS);
    try {
      var running = new ArrayList<CompletableFuture<Answer>>();
      for (var i = 0; i < CONTENDERS; i++) {
        var body = limit((499 - i) + ".00", "900.00", "CZK");
        running.add(
            CompletableFuture.supplyAsync(
                () -> admin.put(path, body, "If-Match", tag.orElseThrow()), threads));
      }
      running.forEach(answer -> answers.add(answer.join()));
    } finally {
      threads.shutdownNow();
    }

    assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
    var won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(won).hasSize(1);
    assertThat(admin.get(path).body()).isEqualTo(won.get(0).body());
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
  }

  private static String limit(String perTransaction, String perDay, String currency) {
    return """
        {"perTransaction":{"amount":"%1$s","currency":"%3$s"},
         "perAccountAndDay":{"amount":"%2$s","currency":"%3$s"},
         "approvalAbove":{"amount":"1.00","currency":"%3$s"}}"""
        .formatted(perTransaction, perDay, currency);
  }
}
