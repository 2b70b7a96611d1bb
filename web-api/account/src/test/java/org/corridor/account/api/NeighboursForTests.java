package org.corridor.account.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the account context asks of its neighbours over HTTP: a service token of auth, and clients.
 * Both speak as their contracts say; the client context can be made to fail.
 */
final class NeighboursForTests implements AutoCloseable {

  private static final String TOKEN =
      "{\"access_token\":\"a-service-token\",\"token_type\":\"Bearer\",\"expires_in\":300}";

  private final HttpServer server;
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger asked = new AtomicInteger();

  NeighboursForTests() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", exchange -> answer(exchange, 200, TOKEN));
    server.createContext("/client/v1/clients/", this::client);
    server.start();
  }

  /** Settings of a server that has these neighbours. */
  String settings() {
    var base = "http://localhost:" + server.getAddress().getPort();
    return String.join(
        "\n",
        "corridor.account.clients=rest",
        "corridor.client.url=" + base + "/client",
        "corridor.service.token-uri=" + base + "/token",
        "corridor.service.client-id=account",
        "corridor.service.client-secret=only-for-tests");
  }

  UUID aClient(String status) {
    var id = UUID.randomUUID();
    statuses.put(id.toString(), status);
    return id;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void client(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var path = exchange.getRequestURI().getPath();
    var id = path.substring(path.lastIndexOf('/') + 1);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (!"Bearer a-service-token".equals(authorization)) {
      answer(exchange, 401, "{}");
    } else if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      answer(exchange, 503, "{}");
    } else if (!statuses.containsKey(id)) {
      answer(exchange, 404, "{}");
    } else {
      answer(
          exchange,
          200,
          "{\"id\":\"%s\",\"status\":\"%s\",\"branch\":\"BER\",\"kycLevel\":\"BASIC\",\"kind\":\"INDIVIDUAL\"}"
              .formatted(id, statuses.get(id)));
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
