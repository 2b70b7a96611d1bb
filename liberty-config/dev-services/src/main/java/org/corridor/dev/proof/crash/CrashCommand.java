package org.corridor.dev.proof.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.dev.demo.Door;
import org.corridor.dev.proof.FreshPlatform;

/** {@code mvn -Pcrash}: the crash suite against the all-in-one server, as many rounds as told. */
public final class CrashCommand {

  private static final int FIRST_PORT = 20_600;
  private static final int USUAL_ROUNDS = 10;

  /** Sooner than usual, so that a round is short: what was interrupted is taken up after that. */
  private static final Map<String, String> HEALS_SOON =
      Map.of(
          "CORRIDOR_TRANSACTION_RECONCILE_EVERY_SECONDS", "1",
          "CORRIDOR_TRANSACTION_RECONCILE_PATIENCE_SECONDS", "3");

  private CrashCommand() {}

  /** The argument is the directory to run in. */
  public static void main(String[] arguments) {
    var rounds = Integer.getInteger("rounds", USUAL_ROUNDS);
    var seed = Long.getLong("seed", ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
    var home = Path.of(arguments[0]);
    System.out.println("seed=" + seed);
    CrashSuite.Outcome outcome;
    try (var platform = FreshPlatform.start(home, FIRST_PORT, HEALS_SOON, postgres -> {})) {
      var site = new Site(platform, platform.demo().clientOf("anna"));
      outcome = new CrashSuite(site, seed, System.out).run(rounds);
    }
    System.out.println(outcome.line());
    if (!outcome.result().isSound()) {
      throw new IllegalStateException("money was lost or doubled: " + outcome.line());
    }
  }

  /** One server with everything, and the database. */
  private record Site(FreshPlatform platform, String owner) implements CrashSite {

    private static final Duration READY = Duration.ofMinutes(3);

    @Override
    public Door door() {
      return platform.machine();
    }

    @Override
    public void kill(Victim victim) {
      if (victim.isDatabase()) {
        platform.services().postgres().kill();
      }
      if (victim.isServer()) {
        platform.servers().get(0).kill();
      }
    }

    @Override
    public void restart(Victim victim) {
      if (victim.isDatabase()) {
        platform.services().postgres().start();
      }
      var server = platform.servers().get(0);
      if (victim.isServer()) {
        server.start();
      }
      server.awaitReady(READY);
    }
  }
}
