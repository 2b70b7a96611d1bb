package org.corridor.dev.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.PostgresServer;
import org.corridor.dev.Topology;
import org.corridor.dev.proof.FreshPlatform;

/**
 * {@code mvn -Pbenchmark}: transfers and postings through HTTP, each with a token, a key or id of
 * its own, a permission check, double entry, an event and a durable commit, beside pgbench's
 * TPC-B-like transaction on the same server with as many clients, in the same run. The load
 * generator runs on the same machine.
 */
public final class Benchmark {

  private static final int FIRST_PORT = 20_400;
  private static final String TRANSFERS = "single-transfers";
  private static final String ONE_HOT_ACCOUNT = "single-transfers-one-hot-account";
  private static final String POSTINGS = "single-postings";

  private final Settings settings;
  private final Measuring measuring;
  private final Report report;
  private final Workloads workloads;
  private final Map<String, Double> rates = new LinkedHashMap<>();

  private Benchmark(Settings settings, Measuring measuring, Report report, Workloads workloads) {
    this.settings = settings;
    this.measuring = measuring;
    this.report = report;
    this.workloads = workloads;
  }

  /** The arguments are the directory to run in and the CSV file to write. */
  public static void main(String[] arguments) throws SQLException {
    var settings = Settings.fromSystemProperties();
    var home = Path.of(arguments[0]);
    var report = new Report(System.out);
    try (var platform =
        FreshPlatform.start(
            home, FIRST_PORT, Topology.FULL_SPEED, postgres -> prepare(postgres, settings))) {
      var postgres = platform.services().postgres();
      var script = new TpcbLike(postgres, platform.services().secrets().get("postgres.superuser"));
      script.prepare();
      var accounts =
          new AccountsForLoad(postgres, platform.machine())
              .make(settings.accounts(), platform.demo());
      report.say(
          "%d clients, %d accounts, %d s each after at most %d s of warm-up; fsync on",
          settings.clients(),
          settings.accounts(),
          settings.measured().toSeconds(),
          settings.warmUp().toSeconds());
      var profiler =
          new Profiler(
              new FlightRecorder(machines(platform.servers()), home, settings.profile()),
              postgres,
              settings.profile());
      var meter = new Meter(postgres, platform.servers());
      var baseline = new Baseline(script, settings.clients(), settings.measured().dividedBy(2));
      var measuring = new Measuring(settings, baseline, meter, profiler, report);
      var workloads =
          new Workloads(
              platform.baseUris(),
              platform.services().tls().sslContext(),
              platform::token,
              accounts);
      new Benchmark(settings, measuring, report, workloads).run();
      report.write(Path.of(arguments[1]));
    }
  }

  private static void prepare(PostgresServer postgres, Settings settings) {
    if (settings.profile()) {
      postgres.countStatements();
    }
  }

  /** The process ids of the servers' JVMs. */
  private static List<Long> machines(List<LibertyServer> servers) {
    return servers.stream().map(server -> new ProcessTree(server.pid()).jvm()).toList();
  }

  private void run() throws SQLException {
    for (var name : chosen()) {
      switch (name) {
        case TRANSFERS -> saturate(workloads.transfers(name));
        case ONE_HOT_ACCOUNT -> saturate(workloads.transfersToOne(name));
        case POSTINGS -> saturate(workloads.postings(name));
        default -> throw new IllegalArgumentException("no such workload: " + name);
      }
    }
    if (rates.containsKey(TRANSFERS) && rates.containsKey(ONE_HOT_ACCOUNT)) {
      report.say(
          "%s / %s: %.2f",
          ONE_HOT_ACCOUNT, TRANSFERS, rates.get(ONE_HOT_ACCOUNT) / rates.get(TRANSFERS));
    }
  }

  private List<String> chosen() {
    return settings.workloads().isEmpty()
        ? List.of(TRANSFERS, ONE_HOT_ACCOUNT, POSTINGS)
        : settings.workloads();
  }

  private void saturate(Workload workload) throws SQLException {
    rates.put(workload.name(), measuring.saturated(workload).perSecond());
  }
}
