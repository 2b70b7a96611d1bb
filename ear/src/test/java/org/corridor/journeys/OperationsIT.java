package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.corridor.dev.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What those who run the platform see of it. */
@ExtendWith(House.Key.class)
class OperationsIT {

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
  void theInterfaceOfEachContextIsDescribed() {
    for (var context : Context.values()) {
      var description =
          house.asNobody().get(house.server(context).baseUri() + "/openapi").expect(200).body();

      assertThat(description).contains("/v1/").contains("operationId");
    }
  }

  @Test
  void aCorrelationIdGoesInAndComesOutAndIsLoggedAndASecretIsNot() throws IOException {
    var id = "journey-" + House.newKey();

    var answer = house.as("teller").get(Bank.ACCOUNTS, "X-Correlation-Id", id).expect(200);

    assertThat(answer.header("X-Correlation-Id")).hasValue(id);
    var log = Files.readString(house.server(Context.ACCOUNT).jsonLog());
    assertThat(log).contains(id);
    for (var server : house.topology().servers()) {
      assertThat(Files.readString(server.jsonLog()))
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
}
