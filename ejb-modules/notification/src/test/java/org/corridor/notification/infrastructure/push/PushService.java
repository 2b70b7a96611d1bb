package org.corridor.notification.infrastructure.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes messages for devices (RFC 8030), or refuses them as it is told to. */
final class PushService implements AutoCloseable {

  private static final int CREATED = 201;

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = CREATED;

  /** A message as it came. */
  @SuppressWarnings("ArrayRecordComponent")
  record Received(Headers headers, byte[] body) {}

  private PushService(HttpServer server) {
    this.server = server;
  }

  static PushService start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var service = new PushService(server);
    server.createContext("/push", service::take);
    server.start();
    return service;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/push/device-1");
  }

  List<Received> received() {
    return received;
  }

  void answer(int newStatus) {
    status = newStatus;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    received.add(
        new Received(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
