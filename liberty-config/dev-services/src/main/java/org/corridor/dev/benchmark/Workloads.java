package org.corridor.dev.benchmark;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What is asked of the platform; each moves one cent between two accounts. */
final class Workloads {

  private static final String CENT = "{\"amount\":\"0.01\",\"currency\":\"EUR\"}";

  private final List<URI> servers;
  private final SSLContext tls;
  private final Supplier<String> token;
  private final byte[][] accounts;

  /**
   * @param token the access token that is good now
   * @param servers over which the clients are spread
   * @param accounts at least two
   */
  Workloads(List<URI> servers, SSLContext tls, Supplier<String> token, List<UUID> accounts) {
    this.servers = List.copyOf(servers);
    this.tls = tls;
    this.token = token;
    this.accounts = accounts.stream().map(RequestTemplate::ascii).toArray(byte[][]::new);
  }

  /** Through {@code transaction}, between any two accounts. */
  Workload transfers(String name) {
    return new Workload(name, number -> client(number, this::transfer, this::anyTwo));
  }

  /** Through {@code transaction}, from any account to one and the same. */
  Workload transfersToOne(String name) {
    return new Workload(name, number -> client(number, this::transfer, this::anyToOne));
  }

  /** Straight at the ledger's own endpoint, between any two accounts. */
  Workload postings(String name) {
    return new Workload(name, number -> client(number, this::posting, this::anyTwo));
  }

  private LoadClient client(
      int number, Function<Request, RequestTemplate> template, Consumer<RequestTemplate> ids) {
    var server = servers.get(number % servers.size());
    return new HttpLoadClient(
        server, tls, token, now -> template.apply(new Request(server, now)), ids);
  }

  private record Request(URI server, String token) {}

  private RequestTemplate transfer(Request request) {
    return RequestTemplate.of(
        "POST /api/transaction/v1/transfers",
        request.server(),
        request.token(),
        "Idempotency-Key: " + RequestTemplate.FIRST + "\r\n",
        "{\"sourceAccountId\":\""
            + RequestTemplate.SECOND
            + "\",\"destinationAccountId\":\""
            + RequestTemplate.THIRD
            + "\",\"amount\":"
            + CENT
            + "}");
  }

  private RequestTemplate posting(Request request) {
    return RequestTemplate.of(
        "PUT /api/account/v1/journals/" + RequestTemplate.FIRST,
        request.server(),
        request.token(),
        "",
        "{\"kind\":\"TRANSFER\",\"legs\":[{\"accountId\":\""
            + RequestTemplate.SECOND
            + "\",\"amount\":"
            + CENT.replace("0.01", "-0.01")
            + "},{\"accountId\":\""
            + RequestTemplate.THIRD
            + "\",\"amount\":"
            + CENT
            + "}]}");
  }

  private void anyTwo(RequestTemplate request) {
    var random = ThreadLocalRandom.current();
    var from = random.nextInt(accounts.length);
    var to = random.nextInt(accounts.length - 1);
    put(request, from, to < from ? to : to + 1);
  }

  private void anyToOne(RequestTemplate request) {
    put(request, 1 + ThreadLocalRandom.current().nextInt(accounts.length - 1), 0);
  }

  private void put(RequestTemplate request, int from, int to) {
    request.newFirst();
    request.second(accounts[from]);
    request.third(accounts[to]);
  }
}
