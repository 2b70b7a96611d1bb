package org.corridor.dev.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the platform's proofs rely on: it pays each id once, and counts truly. */
class ProcessorSimulatorTest {

  private final ProcessorSimulator simulator = ProcessorSimulator.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void paysAnIdOnceHoweverOftenItIsAsked() throws Exception {
    var id = UUID.randomUUID();

    assertThat(pay(id, "rent").statusCode()).isEqualTo(201);
    var again = pay(id, "rent");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("SETTLED", "SIM-" + id);
    assertThat(simulator.timesPaid("rent")).isEqualTo(1);
    assertThat(simulator.requests("rent")).isEqualTo(2);
    assertThat(pay(id, "another").statusCode()).isEqualTo(409);
  }

  @Test
  void countsTwiceWhatComesWithTwoIds() throws Exception {
    pay(UUID.randomUUID(), "rent");
    pay(UUID.randomUUID(), "rent");

    assertThat(simulator.timesPaid("rent")).isEqualTo(2);
  }

  @Test
  void refusesAndRemembersIt() throws Exception {
    var id = UUID.randomUUID();

    assertThat(pay(id, "sim:refuse").statusCode()).isEqualTo(422);

    assertThat(get("/payments/" + id).body()).contains("REJECTED", "AC04");
    assertThat(simulator.timesPaid("sim:refuse")).isZero();
  }

  @Test
  void failsAsOftenAsItIsToldAndDoesNothingMeanwhile() throws Exception {
    var id = UUID.randomUUID();

    assertThat(pay(id, "sim:error=2").statusCode()).isEqualTo(500);
    assertThat(get("/payments/" + id).statusCode()).isEqualTo(404);
    assertThat(pay(id, "sim:error=2").statusCode()).isEqualTo(500);
    assertThat(simulator.timesPaid("sim:error=2")).isZero();
    assertThat(pay(id, "sim:error=2").statusCode()).isEqualTo(201);
    assertThat(simulator.timesPaid("sim:error=2")).isEqualTo(1);
  }

  @Test
  void takesOnWhatItPaysLaterOrBounces() throws Exception {
    assertThat(pay(UUID.randomUUID(), "sim:late=100").body()).contains("ACCEPTED");
    assertThat(pay(UUID.randomUUID(), "sim:bounce=100").body()).contains("ACCEPTED");
    assertThat(simulator.timesPaid("sim:bounce=100")).isZero();
  }

  @Test
  void tellsWhatHasComeBackInTheOrderOfItsNumbers() throws Exception {
    var first = UUID.randomUUID();
    pay(first, "sim:return=0");
    assertThat(get("/returns?after=0").body()).contains("\"number\":1", first.toString());
    var second = UUID.randomUUID();
    pay(second, "sim:return=0");

    assertThat(get("/returns?after=1").body())
        .contains("\"number\":2", second.toString())
        .doesNotContain(first.toString());
    assertThat(get("/returns?after=2").body()).isEqualTo("{\"items\":[]}");
  }

  private HttpResponse<String> pay(UUID id, String remittance)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(simulator.uri().resolve("/payments/" + id))
            .PUT(BodyPublishers.ofString("{\"remittance\":\"" + remittance + "\"}")));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(simulator.uri().resolve(path)).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
