package org.corridor.transaction.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An account context that can be made to fail or to take its time, and the authorization server
 * that gives tokens for it; both at the port {@code corridor.test.port}.
 */
@ApplicationScoped
public class AccountServerInTests {

  private static final String TOKEN =
      "{\"access_token\":\"a-service-token\",\"token_type\":\"Bearer\",\"expires_in\":300}";
  private static final String ACCOUNT =
      "{\"id\":\"01930d2e-7c1a-7000-8000-000000000001\",\"number\":\"CASH-BER-EUR\",\"currency\":\"EUR\",\"status\":\"ACTIVE\"}";

  private HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger unknownTokens = new AtomicInteger();
  private volatile long accountMilliseconds;
  private volatile long tokenMilliseconds;

  @PostConstruct
  void start() {
    var port = ConfigProvider.getConfig().getValue("corridor.test.port", Integer.class);
    try {
      listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/token", this::token);
    server.createContext("/account/v1/accounts/", this::account);
    server.start();
  }

  @PreDestroy
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  void becomeWell() {
    failNext(0);
    refuseNextTokens(0);
    takeMilliseconds(0, 0);
  }

  /** The next ones are answered with 503. */
  void failNext(int times) {
    failures.set(times);
  }

  /** The next ones are answered as if the authorization server had new keys. */
  void refuseNextTokens(int times) {
    unknownTokens.set(times);
  }

  void takeMilliseconds(long account, long token) {
    accountMilliseconds = account;
    tokenMilliseconds = token;
  }

  /** When it was asked for an account, in nanoseconds; forgets it. */
  List<Long> asked() {
    var times = List.copyOf(asked);
    asked.clear();
    return times;
  }

  private void token(HttpExchange exchange) throws IOException {
    answer(exchange, tokenMilliseconds, 200, TOKEN);
  }

  private void account(HttpExchange exchange) throws IOException {
    asked.add(System.nanoTime());
    if (decrement(unknownTokens)) {
      answer(exchange, 0, 401, "{}");
    } else if (decrement(failures)) {
      answer(exchange, 0, 503, "{}");
    } else {
      answer(exchange, accountMilliseconds, 200, ACCOUNT);
    }
  }

  private static boolean decrement(AtomicInteger left) {
    return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
  }

  private static void answer(HttpExchange exchange, long milliseconds, int status, String body)
      throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
