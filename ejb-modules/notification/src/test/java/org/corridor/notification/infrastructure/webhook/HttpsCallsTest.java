package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.corridor.notification.application.webhook.AddressGuard.Verdict;
import org.corridor.notification.domain.webhook.CallResult;
import org.corridor.notification.domain.webhook.CallResult.Answered;
import org.corridor.notification.domain.webhook.CallResult.NotReached;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls to a real HTTPS server, and those that are not made. */
class HttpsCallsTest {

  private static final WebhookSettings LOCAL =
      TestSettings.of(Map.of("allowed-hosts", "localhost,*.hooks.example", "timeout", "PT1.5S"));
  private static final WebhookSettings STRICT = TestSettings.of(Map.of("timeout", "PT1.5S"));

  private HookServer server;

  @BeforeEach
  void start() throws Exception {
    server = HookServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theCallArrivesAsItIsAndItsAnswerIsTold() {
    server.does(HookServer.body(202, "thank\nyou ü".getBytes(StandardCharsets.UTF_8)));

    var result = call();

    assertThat(result).isEqualTo(new Answered(202, null, "thank you ü"));
    var call = server.calls().get(0);
    assertThat(call.body()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(call.headers().getFirst("webhook-id")).isEqualTo("1");
    assertThat(call.headers().getFirst("Host")).isEqualTo("localhost:" + server.port());
    assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void nobodyIsFollowedAnywhere() {
    server.does(
        exchange -> {
          exchange.getResponseHeaders().set("Location", server.url());
          exchange.sendResponseHeaders(301, -1);
        });

    assertThat(call()).isEqualTo(new Answered(301, null, ""));
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void whenToComeAgainIsTold() {
    server.does(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          exchange.sendResponseHeaders(503, -1);
        });

    assertThat(call()).isEqualTo(new Answered(503, Duration.ofMinutes(2), ""));
  }

  @Test
  void ofAHugeAnswerOnlyTheBeginningIsRead() {
    server.does(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var some = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
          for (var i = 0; i < 16_000; i++) {
            exchange.getResponseBody().write(some);
          }
        });

    assertThat(call())
        .asInstanceOf(type(Answered.class))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.excerpt()).hasSize(512);
            });
  }

  @Test
  void aSlowServerIsNotWaitedFor() throws Exception {
    var over = new CountDownLatch(1);
    server.does(exchange -> awaitQuietly(over));

    var from = System.nanoTime();
    var result = call();
    over.countDown();

    assertThat(result).isEqualTo(new NotReached("timeout"));
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aServerThatSendsAByteNowAndThenGetsNoMoreTime() throws Exception {
    var over = new CountDownLatch(1);
    server.does(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (!awaitQuietly(over, 100)) {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
          }
        });

    var from = System.nanoTime();
    var result = call();
    over.countDown();

    // the answer was there, only its body was not at its end
    assertThat(result).asInstanceOf(type(Answered.class)).extracting("status").isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void whatIsNoHttpOrNotThereIsNotReached() throws Exception {
    var url = server.url();
    var trust = server.trust();
    server.close();

    var result = new HttpsCalls(LOCAL, new ResolvingGuard(LOCAL), trust).post(url, Map.of(), "{}");

    assertThat(result).isEqualTo(new NotReached("unreachable"));
  }

  @Test
  void theCertificateMustBeForTheName() throws Exception {
    var calls = calls(LOCAL, host -> List.of(InetAddress.getLoopbackAddress()));

    var result = calls.post(urlOf("a.hooks.example"), Map.of(), "{}");

    assertThat(result).isEqualTo(new NotReached("tls-failed"));
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void aNameThatLeadsElsewhereTheSecondTimeIsNotCalled() throws Exception {
    var asked = new AtomicInteger();
    Resolver rebinding =
        host ->
            List.of(
                asked.getAndIncrement() == 0
                    ? InetAddress.getByName("93.184.215.14")
                    : InetAddress.getLoopbackAddress());
    var guard = new ResolvingGuard(STRICT, rebinding);

    var atRegistration = guard.check(urlOf("localhost"));
    var atTheCall =
        new HttpsCalls(STRICT, guard, server.trust()).post(urlOf("localhost"), Map.of(), "{}");

    assertThat(atRegistration).isEqualTo(new Verdict.Allowed());
    assertThat(atTheCall).isEqualTo(new NotReached("address-refused"));
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void theNameIsAskedForOnceForEachCallAndTheCallGoesWhereThatSays() throws Exception {
    var asked = new ArrayList<String>();
    var calls =
        calls(
            LOCAL,
            host -> {
              asked.add(host);
              return List.of(InetAddress.getLoopbackAddress());
            });

    calls.post(server.url(), Map.of(), "{}");

    assertThat(asked).containsExactly("localhost");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void oneAddressThatIsNotPublicIsOneTooMany() throws Exception {
    var guard =
        new ResolvingGuard(
            STRICT,
            host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")));

    assertThat(guard.check("https://two.example/")).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void aNameWithoutAnAddressIsRefused() {
    var guard =
        new ResolvingGuard(
            STRICT,
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(guard.check("https://nowhere.example/")).isInstanceOf(Verdict.Refused.class);
    assertThat(
            new HttpsCalls(STRICT, guard, server.trust())
                .post("https://nowhere.example/", Map.of(), "{}"))
        .isEqualTo(new NotReached("name-unknown"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/, Malformed",
    "ftp://example.com/, Malformed",
    "https:///path, Malformed",
    "https://user@example.com/, Malformed",
    "https://example.com/#part, Malformed",
    "https://example.com:0/, Malformed",
    "https://example.com:70000/, Malformed",
    "https://exämple.com/, Malformed",
    "not a url, Malformed",
    "https://127.0.0.1/, Refused",
    "https://127.1/, Refused",
    "https://2130706433/, Refused",
    "https://169.254.169.254/latest/meta-data, Refused",
    "https://[::1]/, Refused",
    "https://[::ffff:10.0.0.1]/, Refused",
    "https://[fd00::1]:8443/, Refused",
    "https://localhost/, Refused",
    "https://8.8.8.8/hook, Allowed",
    "https://[2001:4860:4860::8888]/hook, Allowed",
  })
  void anAddressIsLookedAtBeforeItIsTaken(String url, String verdict) {
    assertThat(new ResolvingGuard(STRICT).check(url).getClass().getSimpleName())
        .isIn(verdict, verdict.equals("Refused") ? "Malformed" : verdict);
  }

  private CallResult call() {
    return new HttpsCalls(LOCAL, new ResolvingGuard(LOCAL), server.trust())
        .post(server.url(), Map.of("webhook-id", "1"), "{\"a\":\"ü\"}");
  }

  private HttpsCalls calls(WebhookSettings settings, Resolver resolver) {
    return new HttpsCalls(settings, new ResolvingGuard(settings, resolver), server.trust());
  }

  private String urlOf(String host) {
    return "https://" + host + ":" + server.port() + "/hooks";
  }

  private static void awaitQuietly(CountDownLatch latch) {
    awaitQuietly(latch, 10_000);
  }

  private static boolean awaitQuietly(CountDownLatch latch, long milliseconds) {
    try {
      return latch.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
