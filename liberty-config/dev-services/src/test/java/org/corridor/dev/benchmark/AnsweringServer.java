package org.corridor.dev.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.corridor.dev.TlsMaterial;

/**
 * A server that answers in many ways, each under a path of its own, and remembers who has asked.
 */
final class AnsweringServer implements AutoCloseable {

  private static final String PASSWORD = "a-password-of-the-test";
  private static final long NO_BODY = -1;
  private static final byte[] NOTHING = {};
  private static final byte[] SHORT = "abc".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LONG = "abcdefgh".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);

  private final TlsMaterial tls;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  AnsweringServer(Path directory) throws Exception {
    tls = TlsMaterial.in(directory, PASSWORD);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serving()));
    server.setExecutor(threads);
    server.createContext("/sized", exchange -> answer(exchange, 201, SHORT.length, SHORT));
    server.createContext("/chunked", exchange -> answer(exchange, 201, 0, SHORT));
    server.createContext("/long", exchange -> answer(exchange, 201, LONG.length, LONG));
    server.createContext("/long-chunked", exchange -> answer(exchange, 201, 0, LONG));
    on("/wrong", number -> 422);
    on("/busy", number -> 503);
    server.createContext(
        "/last",
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          answer(exchange, 201, SHORT.length, SHORT);
        });
    on("/gone", number -> 0);
    server.start();
  }

  URI base() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /** Of those who ask. */
  SSLContext tls() {
    return tls.sslContext();
  }

  /** The connections over which something came. */
  Set<InetSocketAddress> callers() {
    return callers;
  }

  /** What came, in its order. */
  List<String> bodies() {
    return bodies;
  }

  static byte[] request(String path, String body) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** What a test says that becomes of a request. */
  interface Answers {

    /**
     * @param number of the request, from 1
     * @return the status of the answer; 0 for none
     */
    int status(int number);
  }

  /** Without a body, with which this server would wait 40 ms for the head to be acknowledged. */
  void on(String path, Answers answers) {
    var number = new AtomicInteger();
    server.createContext(
        path,
        exchange -> {
          var status = answers.status(number.incrementAndGet());
          if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
          }
          if (status == 0) {
            exchange.close();
          } else {
            answer(exchange, status, NO_BODY, NOTHING);
          }
        });
  }

  private void answer(HttpExchange exchange, int status, long length, byte[] body)
      throws IOException {
    callers.add(exchange.getRemoteAddress());
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private SSLContext serving() throws Exception {
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
