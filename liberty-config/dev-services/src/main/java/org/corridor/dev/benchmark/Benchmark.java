package org.corridor.dev.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.Ports;
import org.corridor.dev.Topology;
import org.corridor.dev.Workspace;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;

/**
 * {@code mvn -Pbenchmark}: single transfers through HTTP, each with a token, an idempotency key, a
 * permission check, double entry, an event and a durable commit, beside pgbench's TPC-B-like
 * transaction on the same server with as many clients, in the same run. The load generator runs on
 * the same machine.
 */
public final class Benchmark {

  private static final int FIRST_PORT = 20_400;
  private static final Duration READY = Duration.ofMinutes(5);
  private static final String PLENTY = "1000000.00";

  private final int clients = Integer.getInteger("benchmark.clients", 64);
  private final int accounts = Integer.getInteger("benchmark.accounts", 1_000);
  private final Duration measured = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 30));
  private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 45));

  private final PrintStream out;
  private final Door door;
  private final TpcbLike baseline;
  private final List<String> csv = new ArrayList<>();

  private Benchmark(PrintStream out, Door door, TpcbLike baseline) {
    this.out = out;
    this.door = door;
    this.baseline = baseline;
    csv.add("workload,per_second,baseline,baseline_per_second,ratio,p50_ms,p99_ms");
  }

  /** The arguments are a directory inside the checkout and the CSV file to write. */
  public static void main(String[] arguments) throws SQLException {
    var workspace = Workspace.containing(Path.of(arguments[0]));
    var home = workspace.root().resolve("ear/target/benchmark");
    var ports = Ports.startingAt(FIRST_PORT);
    try (var services = EmbeddedServices.create(workspace.executables(), home, ports)) {
      LibertyServer.stopOrphans(home);
      services.wipe();
      services.start();
      try (var topology =
          Topology.allInOne(workspace, home, ports, services, Topology.FULL_SPEED)) {
        topology.start(READY);
        var door = Door.at(topology.baseUri(), services.tls().certificatePem());
        var demo = DemoOrganisation.load(door, services);
        var machine = door.withToken(demo.machineToken().text("/access_token"));
        var baseline =
            new TpcbLike(services.postgres(), services.secrets().get("postgres.superuser"));
        new Benchmark(System.out, machine, baseline).run(demo, Path.of(arguments[1]));
      }
    }
  }

  private void run(DemoOrganisation demo, Path file) throws SQLException {
    out.printf(
        Locale.ROOT,
        "%d clients, %d accounts, %d s each after %d s of warm-up; fsync on%n",
        clients,
        accounts,
        measured.toSeconds(),
        warmUp.toSeconds());
    baseline.prepare();
    var ids = openAccounts(demo);
    Load.Request uniform =
        client -> {
          var from = pick(ids);
          transfer(from, pickOther(ids, from));
        };
    Load.Request hot = client -> transfer(pickOther(ids, ids.get(0)), ids.get(0));
    Load.run(clients, warmUp, uniform);

    compare("single-transfers", uniform);
    compare("single-transfers-one-hot-account", hot);
    write(file);
  }

  /** The baseline before and after: what else the machine does changes from minute to minute. */
  private void compare(String workload, Load.Request request) throws SQLException {
    var before = baseline.measure(clients, measured.dividedBy(2));
    var result = Load.run(clients, measured, request);
    var after = baseline.measure(clients, measured.dividedBy(2));
    var reference = (before + after) / 2;
    var line =
        String.format(
            Locale.ROOT,
            "%s,%.0f,%s,%.0f,%.2f,%.1f,%.1f",
            workload,
            result.perSecond(),
            baseline.name(),
            reference,
            result.perSecond() / reference,
            result.p50Nanos() / 1e6,
            result.p99Nanos() / 1e6);
    csv.add(line);
    out.printf(
        Locale.ROOT,
        "%-34s %6.0f/s   %s %6.0f/s   ratio %.2f   p50 %.1f ms   p99 %.1f ms%n",
        workload,
        result.perSecond(),
        baseline.name(),
        reference,
        result.perSecond() / reference,
        result.p50Nanos() / 1e6,
        result.p99Nanos() / 1e6);
  }

  private List<String> openAccounts(DemoOrganisation demo) {
    var owner = demo.clientOf("anna");
    var suspense =
        door.get("/api/account/v1/accounts?number=SUSPENSE-EUR").expect(200).text("/items/0/id");
    var ids = new ArrayList<String>();
    for (var i = 0; i < accounts; i++) {
      var account =
          door.post(
                  "/api/account/v1/accounts",
                  "{\"clientId\":\"" + owner + "\",\"product\":\"CURRENT-EUR\"}")
              .expect(201)
              .text("/id");
      fund(account, suspense);
      ids.add(account);
    }
    return ids;
  }

  /** Straight from the suspense account: deposits have a daily limit. */
  private void fund(String account, String suspense) {
    door.put(
            "/api/account/v1/journals/" + UUID.randomUUID(),
            """
            {"kind":"FUNDING","legs":[
              {"accountId":"%s","amount":{"amount":"-%s","currency":"EUR"}},
              {"accountId":"%s","amount":{"amount":"%s","currency":"EUR"}}]}"""
                .formatted(suspense, PLENTY, account, PLENTY))
        .expect(201);
  }

  private void transfer(String from, String to) {
    door.post(
            "/api/transaction/v1/transfers",
            "{\"sourceAccountId\":\""
                + from
                + "\",\"destinationAccountId\":\""
                + to
                + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"EUR\"}}")
        .expect(201);
  }

  private static String pick(List<String> ids) {
    return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
  }

  private static String pickOther(List<String> ids, String not) {
    var picked = pick(ids);
    while (picked.equals(not)) {
      picked = pick(ids);
    }
    return picked;
  }

  private void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, csv);
      out.println("written to " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
