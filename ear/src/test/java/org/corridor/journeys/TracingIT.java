package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.corridor.dev.Context;
import org.corridor.dev.ZipkinServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways of requests through the platform, in a real Zipkin. */
@ExtendWith(House.Key.class)
class TracingIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CALLERS_SPAN = "00f067aa0ba902b7";
  private static ZipkinServer zipkin;

  private final House house;
  private final Bank bank;
  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String[] traced = {"traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01"};

  TracingIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @BeforeAll
  static void startZipkin() {
    zipkin = House.startZipkin();
  }

  @AfterAll
  static void stopZipkin() {
    zipkin.close();
  }

  @Test
  void aTransferIsOneTraceWhateverServersItGoesThrough() throws Exception {
    var from = bank.anAccountWith("10.00");
    var to = bank.anAccount();

    bank.transfer(house.as("teller"), from, to, "1.00", traced).expect(201);

    var spans = await(found -> found.stream().anyMatch(TracingIT::isTheTransfer));
    assertThat(spans).extracting(span -> span.at("/traceId").asText()).containsOnly(trace);
    assertEachHasItsParentIn(spans);
    assertThat(spans)
        .extracting(span -> span.at("/localEndpoint/serviceName").asText())
        .containsOnly(
            House.isDistributed()
                ? new String[] {"corridor-transaction", "corridor-account"}
                : new String[] {"corridor"});
    assertThat(spans)
        .extracting(span -> span.at("/tags/http.route").asText())
        .contains(House.isDistributed() ? "/api/account/v1/journals/{id}" : Bank.TRANSFERS);
  }

  @Test
  void aSpanTellsNothingOfPeopleAndNoSecret() throws Exception {
    house.as("agent").get(Bank.CLIENTS + "?name=Anna", traced).expect(200);
    house.asNobody().get("/api/auth/v1/authorize?client_id=nobody&state=Anna", traced).expect(400);
    bank.transfer(house.as("teller"), Bank.aNewId(), Bank.aNewId(), "1.00", traced);

    var spans = await(found -> found.size() >= 3);

    assertThat(spans)
        .extracting(span -> span.at("/tags/http.target").asText())
        .contains(Bank.CLIENTS, "/api/auth/v1/authorize");
    assertThat(spans.toString())
        .doesNotContain("Anna")
        .doesNotContain("a journey")
        .doesNotContain("eyJ")
        .doesNotContainIgnoringCase("bearer")
        .doesNotContainIgnoringCase("authorization\"")
        .doesNotContain("client_ip");
  }

  @Test
  void aLogLineLeadsToTheTrace() throws Exception {
    var teller = house.as("teller");
    house.services().postgres().stop();
    try {
      teller.get(Bank.ACCOUNTS, traced).expect(500);
    } finally {
      house.services().postgres().start();
    }

    var lines = Files.readAllLines(house.server(Context.ACCOUNT).jsonLog());
    var told = new ArrayList<JsonNode>();
    for (var line : lines) {
      if (line.contains("a request failed") && line.contains(trace)) {
        told.add(JSON.readTree(line));
      }
    }
    assertThat(told).hasSize(1);
    assertThat(told.get(0).at("/ext_traceId").asText()).isEqualTo(trace);
    assertThat(told.get(0).at("/ext_correlationId").asText()).isNotEmpty();
    assertThat(told.get(0).at("/ext_userId").asText()).isNotEmpty();
    assertThat(await(found -> !found.isEmpty()))
        .extracting(span -> span.at("/tags/http.status_code").asText())
        .containsExactly("500");
  }

  private static boolean isTheTransfer(JsonNode span) {
    return span.at("/kind").asText().equals("SERVER")
        && span.at("/parentId").asText().equals(CALLERS_SPAN)
        && span.at("/name").asText().endsWith(Bank.TRANSFERS)
        && span.at("/tags/http.status_code").asText().equals("201");
  }

  private static void assertEachHasItsParentIn(List<JsonNode> spans) {
    var known = new HashSet<String>();
    known.add(CALLERS_SPAN);
    spans.forEach(span -> known.add(span.at("/id").asText()));

    assertThat(known).containsAll(spans.stream().map(s -> s.at("/parentId").asText()).toList());
  }

  /** The servers send their spans at intervals, each by itself: until no more come. */
  private List<JsonNode> await(Predicate<List<JsonNode>> complete)
      throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    var before = -1;
    while (true) {
      var spans = new ArrayList<JsonNode>();
      JSON.readTree(zipkin.trace(trace)).forEach(spans::add);
      if (spans.size() == before && complete.test(spans)) {
        return spans;
      }
      assertThat(Instant.now()).as("in Zipkin: " + spans).isBefore(deadline);
      before = spans.size();
      Thread.sleep(1_500);
    }
  }
}
