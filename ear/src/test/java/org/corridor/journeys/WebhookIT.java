package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer's system is told of what happens, and can trust what it is told. */
@ExtendWith(House.Key.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("all-in-one")
class WebhookIT {

  private static final String ENDPOINTS = "/api/notification/v1/webhook-endpoints";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int GONE = 410;

  private House house;
  private Bank bank;
  private HttpsServer system;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A call as it came to a path. */
  private record Call(String path, Headers headers, String body) {

    String id() {
      return headers.getFirst("webhook-id");
    }

    Map<String, List<String>> signed() {
      return Map.of(
          "webhook-id", headers.get("webhook-id"),
          "webhook-timestamp", headers.get("webhook-timestamp"),
          "webhook-signature", headers.get("webhook-signature"));
    }
  }

  @BeforeAll
  void enter(House open) throws IOException {
    house = open;
    bank = new Bank(open);
    system = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    system.setHttpsConfigurator(new HttpsConfigurator(house.services().tls().serverContext()));
    system.createContext("/", this::take);
    system.start();
  }

  @AfterAll
  void leave() {
    system.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(new Call(path, exchange.getRequestHeaders(), body));
      exchange.sendResponseHeaders(path.contains("gone") ? GONE : 204, -1);
    }
  }

  @Test
  void aTransferIsToldSignedAndReplayedUnderTheSameId() throws Exception {
    var anna = house.as("anna");
    var registered = register(anna, "/anna", "transaction.*").expect(201);
    var path = ENDPOINTS + "/" + registered.text("/id");
    var from = house.demo().accountOf("anna");

    bank.transfer(anna, from, house.demo().accountOf("ben"), "1.25").expect(201);
    await(() -> callsTo("/anna").size() == 1);

    var call = callsTo("/anna").get(0);
    var webhook = new Webhook(registered.text("/secret"));
    assertThatCode(() -> webhook.verify(call.body(), call.signed())).doesNotThrowAnyException();
    assertThat(call.body())
        .startsWith("{\"type\":\"transaction.paid\",\"timestamp\":\"")
        .contains("\"1.25\"", from)
        .doesNotContain(house.demo().accountOf("ben"), "reference");
    await(() -> anna.get(path + "/deliveries?status=DELIVERED").body().contains(call.id()));
    var log = anna.get(path + "/deliveries/" + call.id()).expect(200);
    assertThat(log.text("/log/0/status")).isEqualTo("204");

    anna.post(path + "/deliveries/" + call.id() + "/replay", "").expect(202);
    await(() -> callsTo("/anna").size() == 2);
    assertThat(callsTo("/anna").get(1).id()).isEqualTo(call.id());
    assertThat(callsTo("/anna").get(1).body()).isEqualTo(call.body());
    house.as("ben").get(path).expect(404);
    assertThat(anna.get(path).expect(200).body()).doesNotContain("whsec_");
  }

  @Test
  void whileTheSecretChangesEitherVerifies() throws Exception {
    var machine = house.asMachine();
    var registered = register(machine, "/rotated", "client.*").expect(201);
    var path = ENDPOINTS + "/" + registered.text("/id");

    machine.post(path + "/secret-rotation", "").expect(428);
    var rotated = machine.post(path + "/secret-rotation", "", "If-Match", "\"1\"").expect(200);
    machine.post(path + "/secret-rotation", "", "If-Match", "\"1\"").expect(412);
    machine.post(path + "/test", "").expect(202);
    await(() -> callsTo("/rotated").size() == 1);

    var call = callsTo("/rotated").get(0);
    for (var secret : List.of(registered.text("/secret"), rotated.text("/secret"))) {
      assertThatCode(() -> new Webhook(secret).verify(call.body(), call.signed()))
          .doesNotThrowAnyException();
    }
    assertThat(call.body()).contains("webhook.test");
    machine.delete(path, "If-Match", "\"2\"").expect(204);
    machine.get(path).expect(404);
  }

  @Test
  void anEndpointThatIsGoneIsDisabled() {
    var machine = house.asMachine();
    var path = ENDPOINTS + "/" + register(machine, "/gone", "*").expect(201).text("/id");

    machine.post(path + "/test", "").expect(202);
    await(() -> machine.get(path).expect(200).body().contains("\"enabled\":false"));

    assertThat(machine.get(path).text("/disabledReason")).isEqualTo("gone");
    assertThat(machine.post(path + "/test", "").expect(422).text("/code"))
        .isEqualTo("webhook-endpoint-disabled");
    assertThat(machine.get(path + "/deliveries?status=FAILED").expect(200).body())
        .contains("http-410");
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1/hook, 422, webhook-url-refused",
    "https://169.254.169.254/latest, 422, webhook-url-refused",
    "https://[::1]/hook, 422, webhook-url-refused",
    "http://localhost/hook, 400, malformed-request",
    "nonsense, 400, malformed-request",
  })
  void whereNobodyMayHaveUsCallIsRefusedWithTheReason(String url, int status, String code) {
    var machine = house.asMachine();
    var before = machine.get(ENDPOINTS + "?limit=200").expect(200).body();

    var answer = machine.post(ENDPOINTS, "{\"url\":\"%s\",\"events\":[\"*\"]}".formatted(url));

    assertThat(answer.expect(status).text("/code")).isEqualTo(code);
    assertThat(machine.get(ENDPOINTS + "?limit=200").expect(200).body()).doesNotContain(url);
    assertThat(before).doesNotContain(url);
  }

  @Test
  void whoMayNotIsRefusedAndTheSameKeyDoesTheSame() {
    house.as("teller").get(ENDPOINTS).expect(403);
    house.as("viewer").get(ENDPOINTS).expect(200);
    register(house.as("viewer"), "/no", "*").expect(403);
    assertThat(register(house.asMachine(), "/no", "auth.*").expect(400).body())
        .contains("/events/0");
    var key = House.newKey();
    var body = form("/once", "account.*");
    var first = house.asMachine().post(ENDPOINTS, body, "Idempotency-Key", key).expect(201);
    var second = house.asMachine().post(ENDPOINTS, body, "Idempotency-Key", key).expect(201);

    assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    assertThat(first.body()).contains("whsec_");
    assertThat(second.body()).doesNotContain("whsec_");
    var server = house.server(Context.NOTIFICATION).baseUri();
    assertThat(house.asNobody().get(server + "/metrics?scope=application").expect(200).body())
        .contains("corridor_notification_webhooks_waiting");
  }

  private Answer register(Door who, String path, String pattern) {
    return who.post(ENDPOINTS, form(path, pattern));
  }

  private String form(String path, String pattern) {
    return "{\"url\":\"https://localhost:%d%s\",\"events\":[\"%s\"]}"
        .formatted(system.getAddress().getPort(), path, pattern);
  }

  private List<Call> callsTo(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  private static void await(BooleanSupplier condition) {
    Patience.await(PATIENCE, condition);
  }
}
