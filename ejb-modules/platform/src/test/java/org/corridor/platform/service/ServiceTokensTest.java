package org.corridor.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-02T12:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String body;
  private HttpServer server;
  private ServiceTokens tokens;

  @BeforeEach
  void anAuthorizationServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::answer);
    server.start();
    tokens =
        new ServiceTokens(
            new ServiceTokenSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token"),
                "account",
                "s:cret",
                "clients:read"),
            clock);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var n = asked.incrementAndGet();
    requests.add(
        exchange.getRequestHeaders().getFirst("Authorization")
            + ' '
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var text =
        body != null
            ? body
            : "{\"access_token\":\"t" + n + "\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void asksWithTheClientsCredentialsAndScope() {
    assertThat(tokens.authorization()).isEqualTo("Bearer t1");

    assertThat(requests)
        .containsExactly(
            "Basic YWNjb3VudDpzJTNBY3JldA== grant_type=client_credentials&scope=clients%3Aread");
  }

  @Test
  void keepsATokenUntilShortlyBeforeItExpires() {
    tokens.accessToken();

    clock.advance(Duration.ofSeconds(239));
    assertThat(tokens.accessToken()).isEqualTo("t1");

    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.accessToken()).isEqualTo("t2");
  }

  @Test
  void goesOnWithAGoodTokenWhileTheServerIsAway() {
    tokens.accessToken();
    status = 503;

    clock.advance(Duration.ofSeconds(290));
    assertThat(tokens.accessToken()).isEqualTo("t1");

    clock.advance(Duration.ofSeconds(5));
    assertThatThrownBy(tokens::accessToken)
        .isInstanceOf(ServiceTokenUnavailable.class)
        .hasMessageContaining("503");
  }

  @Test
  void fetchesAnewAfterAServiceHasRefusedTheToken() {
    tokens.refused(tokens.accessToken());

    assertThat(tokens.accessToken()).isEqualTo("t2");
    tokens.refused("t1");
    assertThat(tokens.accessToken()).isEqualTo("t2");
  }

  @Test
  void fetchesOnceForManyThreads() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      var answers = new ArrayList<Future<String>>();
      for (var i = 0; i < 32; i++) {
        answers.add(threads.submit(tokens::accessToken));
      }
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("t1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void refusesAnAnswerThatIsNoToken() {
    body = "{\"token_type\":\"Bearer\"}";
    assertThatThrownBy(tokens::accessToken).isInstanceOf(ServiceTokenUnavailable.class);

    body = "<html>";
    assertThatThrownBy(tokens::accessToken).isInstanceOf(ServiceTokenUnavailable.class);
  }

  private static final class MovableClock extends Clock {
    private volatile Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
