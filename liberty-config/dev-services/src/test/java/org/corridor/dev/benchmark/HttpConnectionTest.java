package org.corridor.dev.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.corridor.dev.TlsMaterial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConnectionTest {

  private static final String PASSWORD = "a-password-of-the-test";

  @TempDir Path directory;
  private HttpsServer server;
  private HttpConnection connection;
  private final Set<InetSocketAddress> callers = new HashSet<>();
  private final CopyOnWriteArrayList<String> bodies = new CopyOnWriteArrayList<>();

  @BeforeEach
  void aServerThatAnswersInManyWays() throws Exception {
    var tls = TlsMaterial.in(directory, PASSWORD);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serving(tls)));
    server.createContext("/sized", exchange -> answer(exchange, 201, 3));
    server.createContext("/chunked", exchange -> answer(exchange, 201, 0));
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          answer(exchange, 503, 3);
        });
    server.createContext(
        "/last",
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          answer(exchange, 201, 3);
        });
    server.createContext("/gone", HttpExchange::close);
    server.start();
    var base = URI.create("https://localhost:" + server.getAddress().getPort());
    connection = new HttpConnection(base, tls.sslContext());
  }

  @AfterEach
  void stop() throws IOException {
    connection.close();
    server.stop(0);
  }

  @Test
  void readsAnswersOfKnownAndOfUnknownLengthOneAfterTheOtherOnOneConnection() throws IOException {
    for (var i = 0; i < 3; i++) {
      assertThat(connection.exchange(request("/sized", "one"))).isEqualTo(201);
      assertThat(connection.exchange(request("/chunked", "two"))).isEqualTo(201);
    }

    assertThat(bodies).containsExactly("one", "two", "one", "two", "one", "two");
    assertThat(callers).hasSize(1);
  }

  @Test
  void seesThatItIsToComeAgainLater() throws IOException {
    assertThat(connection.exchange(request("/busy", "x"))).isEqualTo(503);
    assertThat(connection.saidRetryAfter()).isTrue();

    assertThat(connection.exchange(request("/sized", "x"))).isEqualTo(201);
    assertThat(connection.saidRetryAfter()).isFalse();
  }

  @Test
  void connectsAgainAfterTheServerHasClosed() throws IOException {
    connection.exchange(request("/last", "x"));
    connection.exchange(request("/sized", "y"));

    assertThat(bodies).containsExactly("x", "y");
    assertThat(callers).hasSize(2);
  }

  @Test
  void doesNotTakeAClosedConnectionForAnAnswer() {
    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> connection.exchange(request("/gone", "x")));
  }

  private void answer(HttpExchange exchange, int status, long length) throws IOException {
    callers.add(exchange.getRemoteAddress());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write("abc".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  private static byte[] request(String path, String body) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static SSLContext serving(TlsMaterial tls) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(tls.keyStore())) {
      store.load(in, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
