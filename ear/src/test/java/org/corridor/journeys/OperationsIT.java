package org.corridor.journeys;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.corridor.dev.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who run the platform see of it. */
@ExtendWith(House.Key.class)
class OperationsIT {

  /** The server's message on a class that it could not describe. */
  private static final String SCHEMA_NOT_FOUND = "SROAP04005";

  private final House house;
  private final Bank bank;

  OperationsIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @Test
  void everyServerIsStartedLiveAndReadyAndReportsEachCheckOnce() {
    for (var server : house.topology().servers()) {
      for (var probe : new String[] {"started", "live", "ready"}) {
        var health = house.asNobody().get(server.baseUri() + "/health/" + probe).expect(200).json();

        assertThat(health.at("/status").asText()).isEqualTo("UP");
        assertThat(health.at("/checks"))
            .extracting(check -> check.at("/name").asText())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void theMetricsCountBusiness() {
    bank.anAccountWith("1.00");

    var ledger = house.server(Context.ACCOUNT).baseUri() + "/metrics?scope=application";

    assertThat(house.asNobody().get(ledger).expect(200).body()).contains("corridor_account_");
  }

  @Test
  void requestsAreTimedByTheTemplateOfTheirPath() {
    var account = bank.anAccountWith("1.00");
    house.as("teller").get(Bank.ACCOUNTS + "/" + account).expect(200);

    var server = house.server(Context.ACCOUNT).baseUri() + "/metrics?scope=application";
    var metrics = house.asNobody().get(server).expect(200).body();

    assertThat(metrics)
        .containsPattern(
            "(?m)^corridor_http_requests_seconds_count\\{[^}]*method=\"GET\"[^}]*"
                + "route=\"/api/account/v1/accounts/\\{id}\"[^}]*status=\"200\"[^}]*} [1-9]")
        .doesNotContain(account.toString());
  }

  @Test
  void noEventIsADeadLetterAndTheConsumerIsWatched() {
    var server = house.server(Context.TRANSACTION).baseUri();

    var ready = house.asNobody().get(server + "/health/ready").expect(200).body();
    var metrics = house.asNobody().get(server + "/metrics?scope=application").expect(200).body();

    assertThat(ready).contains("transaction-consumer");
    assertThat(metrics).containsPattern("(?m)^corridor_events_dead_letters[^ ]* 0\\.0$");
  }

  @Test
  void theInterfaceOfEachContextIsDescribedCompletely() throws IOException {
    for (var context : Context.values()) {
      var server = house.server(context);
      var description =
          house.asNobody().get(server.baseUri() + "/openapi?format=json").expect(200).json();

      assertThat(OpenApiReading.of(description).faults()).isEmpty();
      assertThat(OpenApiReading.of(description).operations())
          .anyMatch(operation -> operation.contains("/api/" + context.id() + "/v1/"));
      assertThat(Files.readString(server.jsonLog())).doesNotContain(SCHEMA_NOT_FOUND);
    }
  }

  @Test
  void aCorrelationIdGoesInAndComesOutAndIsLoggedAndASecretIsNot() throws Exception {
    var id = "journey-" + House.newKey();

    var answer =
        house.as("teller").get(Bank.ACCOUNTS + "?limit=1", "X-Correlation-Id", id).expect(200);

    assertThat(answer.header("X-Correlation-Id")).hasValue(id);
    var log = house.server(Context.ACCOUNT).accessLog();
    awaitIn(log, id);
    try (var lines = Files.lines(log)) {
      assertThat(lines.filter(line -> line.contains(id)))
          .singleElement(as(STRING))
          .contains(id + " GET " + Bank.ACCOUNTS + " 200 ");
    }
    for (var server : house.topology().servers()) {
      assertThat(Files.readString(server.jsonLog()) + Files.readString(server.accessLog()))
          .doesNotContain(house.demo().password("teller"))
          .doesNotContain(house.services().bootstrapSecret())
          .doesNotContain("eyJ");
    }
  }

  @Test
  void aCorrelationIdThatCouldDisturbALogIsReplaced() {
    var answer = house.as("teller").get(Bank.ACCOUNTS, "X-Correlation-Id", "a b<c>");

    assertThat(answer.header("X-Correlation-Id").orElseThrow()).matches("[A-Za-z0-9._:-]{1,64}");
  }

  @Test
  void whoIsRefusedStandsInTheAuditLogWithTheReason() throws Exception {
    var id = "journey-" + House.newKey();

    house.as("teller").post(Bank.ACCOUNTS, "{}", "X-Correlation-Id", id).expect(403);

    var log = house.server(Context.ACCOUNT).jsonLog();
    awaitIn(log, id);
    try (var lines = Files.lines(log)) {
      assertThat(lines.filter(line -> line.contains(id) && line.contains("org.corridor.audit")))
          .singleElement(as(STRING))
          .contains("access-denied", "accounts:create", "BER");
    }
  }

  /** Logs are written after the answer. */
  private static void awaitIn(Path log, String text) throws IOException, InterruptedException {
    var deadline = Instant.now().plusSeconds(10);
    while (!Files.readString(log).contains(text)) {
      assertThat(Instant.now()).as(text + " in " + log).isBefore(deadline);
      Thread.sleep(100);
    }
  }
}
