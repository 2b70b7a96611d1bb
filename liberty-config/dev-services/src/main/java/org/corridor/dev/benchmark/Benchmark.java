package org.corridor.dev.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.corridor.dev.PostgresServer;
import org.corridor.dev.Topology;
import org.corridor.dev.proof.FreshPlatform;
import org.corridor.dev.proof.LedgerVerification;

/**
 * {@code mvn -Pbenchmark}: transfers and postings through HTTP, each with a token, a key or id of
 * its own, a permission check, double entry, an event and a durable commit, beside pgbench's
 * TPC-B-like transaction on the same server with as many clients, in the same run. The load
 * generator runs on the same machine.
 */
public final class Benchmark {

  private static final int FIRST_PORT = 20_400;

  /**
   * As for a server that is written to all day: its indexes fit into its buffers, and checkpoints
   * come by time, not by volume, but for the batches, which write too much for that.
   */
  private static final List<String> DATABASE =
      List.of(
          "shared_buffers=4GB", "max_wal_size=16GB", WalSegments.KEPT, "checkpoint_timeout=15min");

  private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(30);

  private Benchmark() {}

  /** The arguments are the directory to run in and the CSV file to write. */
  public static void main(String[] arguments) throws SQLException {
    var settings = Settings.fromSystemProperties();
    var home = Path.of(arguments[0]);
    var report = new Report(System.out, Path.of(arguments[1]));
    try (var platform =
        FreshPlatform.start(
            home,
            FIRST_PORT,
            Topology.fullSpeed(settings.jvmArguments()),
            postgres -> prepare(postgres, settings))) {
      measure(settings, platform, home, report);
      verify(platform, report);
    }
    report.sayWhere();
  }

  private static void prepare(PostgresServer postgres, Settings settings) {
    DATABASE.forEach(postgres::set);
    if (settings.profile()) {
      postgres.countStatements();
    }
  }

  private static void measure(Settings settings, FreshPlatform platform, Path home, Report report)
      throws SQLException {
    var postgres = platform.services().postgres();
    WalSegments.make(postgres);
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
    var baseline = new Baseline(script, settings.clients());
    var measuring = new Measuring(settings, platform, home, report);
    var rows = new Rows(settings, platform, accounts, baseline, measuring, report);
    var names = settings.workloads().isEmpty() ? Rows.usual(settings) : settings.workloads();
    for (var name : names) {
      rows.measure(name);
      report.write();
    }
  }

  /** What was measured has been booked, and rightly. */
  private static void verify(FreshPlatform platform, Report report) {
    var start = System.nanoTime();
    if (!new LedgerVerification(platform.machine(), VERIFIED_WITHIN).isSound()) {
      throw new IllegalStateException("the ledger is not sound after what was measured");
    }
    report.say("the ledger verifies, in %.1f s", (System.nanoTime() - start) / 1e9);
  }
}
