package org.corridor.dev.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.corridor.dev.DevServicesException;
import org.corridor.dev.processor.Mood.Kind;

/**
 * A processor of payments as a real HTTP server. It remembers what it has taken on by the id that
 * it came with, and counts what it has really done, so that nothing is paid twice unnoticed. It
 * forgets everything when it stops.
 */
public final class ProcessorSimulator implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PAYMENT = Pattern.compile("/payments/([0-9a-fA-F-]{36})");
  private static final Pattern AFTER = Pattern.compile("after=([0-9]{1,18})");

  /** Longer than anybody waits for an answer. */
  private static final Duration SILENCE = Duration.ofSeconds(8);

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<UUID, Handled> handled = new HashMap<>();
  private final List<String> paid = new ArrayList<>();
  private final List<Handled> returned = new ArrayList<>();
  private final Map<UUID, Integer> attempts = new HashMap<>();

  private record Reply(int status, JsonNode body, Duration after) {}

  private ProcessorSimulator(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** On a port of its own on the loopback interface. */
  public static ProcessorSimulator start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var threads =
          Executors.newCachedThreadPool(
              work -> {
                var thread = new Thread(work, "processor-simulator");
                thread.setDaemon(true);
                return thread;
              });
      var simulator = new ProcessorSimulator(HttpServer.create(address, 0), threads);
      simulator.server.setExecutor(threads);
      simulator.server.createContext("/", simulator::answer);
      simulator.server.start();
      return simulator;
    } catch (IOException e) {
      throw new DevServicesException("The processor simulator does not start", e);
    }
  }

  /** What the platform puts before {@code /payments}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often a payment with this remittance text was really paid. */
  public synchronized long timesPaid(String remittance) {
    return paid.stream().filter(remittance::equals).count();
  }

  /** How many requests to pay have come, of payments with this remittance text that it took on. */
  public synchronized int requests(String remittance) {
    return handled.values().stream()
        .filter(one -> one.remittance().equals(remittance))
        .mapToInt(one -> attempts.get(one.id()))
        .sum();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = reply(exchange);
      Thread.sleep(reply.after().toMillis());
      var body = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var payment = PAYMENT.matcher(uri.getPath());
    if (payment.matches() && exchange.getRequestMethod().equals("PUT")) {
      var id = UUID.fromString(payment.group(1));
      return submitted(id, JSON.readTree(exchange.getRequestBody()));
    }
    if (payment.matches()) {
      return asked(UUID.fromString(payment.group(1)));
    }
    if (uri.getPath().equals("/returns")) {
      var after = AFTER.matcher(uri.getQuery() == null ? "" : uri.getQuery());
      return at(200, returns(after.find() ? Long.parseLong(after.group(1)) : 0));
    }
    return at(404, JsonNodeFactory.instance.objectNode());
  }

  private synchronized Reply submitted(UUID id, JsonNode payment) {
    var now = Instant.now();
    var attempt = attempts.merge(id, 1, Integer::sum);
    var known = handled.get(id);
    if (known != null) {
      return known.payment().equals(payment)
          ? at(200, known.answer(now))
          : at(409, problem("DU01", "the id was used for another payment"));
    }
    var mood = Mood.of(payment.path("remittance").textValue());
    var spoilt = attempt <= mood.number();
    if (mood.kind() == Kind.SILENT && spoilt) {
      return new Reply(500, problem("TO01", "nothing was done"), SILENCE);
    }
    if (mood.kind() == Kind.ERROR && spoilt) {
      return at(500, problem("ED05", "nothing was done"));
    }
    if (mood.kind() == Kind.BUSY && spoilt) {
      return at(503, problem("TM01", "nothing was done"));
    }
    var one = new Handled(id, payment, mood, now.plus(mood.delay()));
    handled.put(id, one);
    if (mood.kind() == Kind.REFUSE) {
      return at(422, one.answer(now));
    }
    if (mood.kind() != Kind.BOUNCE) {
      paid.add(one.remittance());
    }
    return new Reply(
        201, one.answer(now), mood.kind() == Kind.SILENT_DONE ? SILENCE : Duration.ZERO);
  }

  private synchronized Reply asked(UUID id) {
    var one = handled.get(id);
    return one == null
        ? at(404, problem("NOOR", "there is no such payment"))
        : at(200, one.answer(Instant.now()));
  }

  private synchronized JsonNode returns(long after) {
    var now = Instant.now();
    handled.values().stream()
        .filter(one -> one.hasComeBack(now) && !returned.contains(one))
        .forEach(returned::add);
    var answer = JsonNodeFactory.instance.objectNode();
    var items = answer.putArray("items");
    for (var number = after + 1; number <= returned.size(); number++) {
      items
          .addObject()
          .put("number", number)
          .put("paymentId", returned.get((int) number - 1).id().toString())
          .put("code", "AC01")
          .put("reason", "there is no such account");
    }
    return answer;
  }

  private static Reply at(int status, JsonNode body) {
    return new Reply(status, body, Duration.ZERO);
  }

  private static JsonNode problem(String code, String reason) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("reason", reason);
  }
}
