package org.corridor.dev.benchmark;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What is asked of the platform; each moves cents between two accounts. */
final class Workloads {

  private static final String CENT = "{\"amount\":\"0.01\",\"currency\":\"EUR\"}";
  private static final String ONE_TRANSFER =
      "{\"sourceAccountId\":\""
          + RequestTemplate.SECOND
          + "\",\"destinationAccountId\":\""
          + RequestTemplate.THIRD
          + "\",\"amount\":"
          + CENT
          + "}";
  private static final int THOUSAND = 1_000;
  private static final int CREATED = 201;

  /** What their clients may do. */
  static final String SCOPE = "transactions:create ledger:post";

  /** Enough that one is always being read while another is being written. */
  private static final int CLIENTS_OF_THOUSANDS = 6;

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
    return Workload.single(name, number -> client(number, this::transfer, this::anyTwo));
  }

  /** Through {@code transaction}, from any account to one and the same. */
  Workload transfersToOne(String name) {
    return Workload.single(name, number -> client(number, this::transfer, this::anyToOne));
  }

  /** Straight at the ledger's own endpoint, between any two accounts. */
  Workload postings(String name) {
    return Workload.single(name, number -> client(number, this::posting, this::anyTwo));
  }

  /** Through {@code transaction}, a thousand between any two accounts in each request. */
  Workload thousands(String name) {
    return thousands(name, this::anyTwo);
  }

  /**
   * Through {@code transaction}, a thousand in each request from any one account to any others: as
   * wages are paid, and as a pain.001 file has them.
   */
  Workload thousandsFromOne(String name) {
    return thousands(name, this::anyOneToAny);
  }

  private Workload thousands(String name, Consumer<RequestTemplate> ids) {
    return new Workload(
        name, number -> client(number, this::thousand, ids), THOUSAND, CLIENTS_OF_THOUSANDS);
  }

  private HttpLoadClient client(
      int number, Function<Request, RequestTemplate> template, Consumer<RequestTemplate> ids) {
    var server = servers.get(number % servers.size());
    return new HttpLoadClient(
        server,
        tls,
        new Requests(token, now -> template.apply(new Request(server, now)), ids),
        CREATED);
  }

  private record Request(URI server, String token) {}

  /** The requests of one client, made from a template for as long as its token is good. */
  private static final class Requests implements Supplier<byte[]> {
    private final Supplier<String> token;
    private final Function<String, RequestTemplate> template;
    private final Consumer<RequestTemplate> ids;
    private String authorizedBy;
    private RequestTemplate request;

    Requests(
        Supplier<String> token,
        Function<String, RequestTemplate> template,
        Consumer<RequestTemplate> ids) {
      this.token = token;
      this.template = template;
      this.ids = ids;
    }

    @Override
    public byte[] get() {
      var now = token.get();
      if (!now.equals(authorizedBy)) {
        request = template.apply(now);
        authorizedBy = now;
      }
      ids.accept(request);
      return request.bytes();
    }
  }

  private RequestTemplate transfer(Request request) {
    return withKey("POST /api/transaction/v1/transfers", request, ONE_TRANSFER);
  }

  private RequestTemplate thousand(Request request) {
    return withKey(
        "POST /api/transaction/v1/transfer-batches",
        request,
        "{\"mode\":\"EACH\",\"transfers\":["
            + String.join(",", Collections.nCopies(THOUSAND, ONE_TRANSFER))
            + "]}");
  }

  private static RequestTemplate withKey(String line, Request request, String json) {
    return RequestTemplate.of(
        line,
        request.server(),
        request.token(),
        "Idempotency-Key: " + RequestTemplate.FIRST + "\r\n",
        json);
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
    request.newFirst();
    for (var nth = 0; nth < request.pairs(); nth++) {
      putAnyOther(request, nth, random.nextInt(accounts.length));
    }
  }

  private void anyOneToAny(RequestTemplate request) {
    var from = ThreadLocalRandom.current().nextInt(accounts.length);
    request.newFirst();
    for (var nth = 0; nth < request.pairs(); nth++) {
      putAnyOther(request, nth, from);
    }
  }

  private void anyToOne(RequestTemplate request) {
    request.newFirst();
    put(request, 0, 1 + ThreadLocalRandom.current().nextInt(accounts.length - 1), 0);
  }

  private void putAnyOther(RequestTemplate request, int nth, int from) {
    var to = ThreadLocalRandom.current().nextInt(accounts.length - 1);
    put(request, nth, from, to < from ? to : to + 1);
  }

  private void put(RequestTemplate request, int nth, int from, int to) {
    request.second(nth, accounts[from]);
    request.third(nth, accounts[to]);
  }
}
