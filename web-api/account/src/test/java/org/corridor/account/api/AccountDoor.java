package org.corridor.account.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.testing.liberty.TokensForTests;

/** Speaks to the account context as its callers do. */
final class AccountDoor {

  private static final String[] ALL = {
    "products:read", "products:create", "accounts:read", "accounts:create", "accounts:freeze",
    "accounts:close", "accounts:open-internal", "ledger:read", "ledger:post", "ledger:verify",
    "ledger:correct", "holds:create", "end-of-day:run", "accounts:reactivate"
  };

  private final URI base;
  private final String token;
  // as the gateway speaks to a server
  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  AccountDoor(URI base) {
    this(base, TokensForTests.token("account", "admin", ALL));
  }

  private AccountDoor(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** The same door, for somebody else. */
  AccountDoor as(String otherToken) {
    return new AccountDoor(base, otherToken);
  }

  record Answer(int status, JsonNode body, HttpResponse<String> response) {

    String code() {
      return body.path("code").asText();
    }

    String id() {
      return body.path("id").asText();
    }

    String etag() {
      return response.headers().firstValue("ETag").orElseThrow();
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer put(String path, String body) {
    return send(json(path).PUT(BodyPublishers.ofString(body)));
  }

  Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, String body, String key) {
    return send(json(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
  }

  Answer post(String path, String body, String header, String value) {
    return send(json(path).header(header, value).POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("v1/" + path))
        .header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      var body = response.body().isEmpty() ? "null" : response.body();
      return new Answer(response.statusCode(), Json.read(body, JsonNode.class), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  /** An account that must not go below zero. */
  String aWallet() {
    var purpose =
        "W" + Ids.next().toString().replace("-", "").substring(13).toUpperCase(Locale.ROOT);
    return post(
            "accounts/internal",
            "{\"purpose\":\"%s\",\"currency\":\"EUR\",\"mustNotGoBelow\":{\"amount\":\"0\",\"currency\":\"EUR\"}}"
                .formatted(purpose))
        .id();
  }

  /** An account that may go below zero. */
  String aSource() {
    var purpose =
        "S" + Ids.next().toString().replace("-", "").substring(13).toUpperCase(Locale.ROOT);
    return post("accounts/internal", "{\"purpose\":\"%s\",\"currency\":\"EUR\"}".formatted(purpose))
        .id();
  }

  Answer transfer(UUID id, String from, String to, String amount) {
    return put("journals/" + id, transfer(from, to, amount, ""));
  }

  /**
   * @param more members, each with a comma before it
   */
  static String transfer(String from, String to, String amount, String more) {
    return ("{\"kind\":\"TRANSFER\",\"legs\":["
            + "{\"accountId\":\"%s\",\"amount\":{\"amount\":\"-%s\",\"currency\":\"EUR\"}},"
            + "{\"accountId\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}]%s}")
        .formatted(from, amount, to, amount, more);
  }

  /** As it has ended; while another one runs, that is waited for. */
  Answer checked(String checks, String body) throws InterruptedException {
    var requested = post(checks, body);
    while (requested.status() == 409) {
      Thread.sleep(100);
      requested = post(checks, body);
    }
    var check = get(checks + "/" + requested.id());
    while (!check.body().has("finishedAt")) {
      Thread.sleep(100);
      check = get(checks + "/" + requested.id());
    }
    return check;
  }

  String booked(String account) {
    return get("accounts/" + account + "/balance").body().at("/booked/amount").asText();
  }

  /** All at the same instant. */
  List<Answer> race(int count, IntFunction<Answer> requests)
      throws InterruptedException, ExecutionException {
    var threads = Executors.newFixedThreadPool(count);
    var start = new CountDownLatch(1);
    try {
      var running = new ArrayList<Future<Answer>>();
      for (var i = 0; i < count; i++) {
        var n = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return requests.apply(n);
                }));
      }
      start.countDown();
      var answers = new ArrayList<Answer>();
      for (var answer : running) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
