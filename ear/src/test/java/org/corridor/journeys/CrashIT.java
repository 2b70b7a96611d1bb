package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.corridor.dev.Context;
import org.corridor.dev.demo.Door;
import org.corridor.dev.proof.crash.CrashRound;
import org.corridor.dev.proof.crash.CrashSite;
import org.corridor.dev.proof.crash.Victim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Servers are killed while money moves. Afterwards every transfer that was acknowledged is there
 * once, what was interrupted has ended by itself, the retry of either gives the right answer, and
 * the books balance. {@code mvn -Pcrash} does the same, again and again.
 */
@ExtendWith(House.Key.class)
class CrashIT {

  private static final Duration UNDER_LOAD = Duration.ofSeconds(4);

  private static final List<String> WHAT_HANGS =
      List.of(
          "select concat_ws(' ', application_name, state, now() - xact_start, wait_event,"
              + " left(query, 80)) from pg_stat_activity where xact_start is not null"
              + " and pid <> pg_backend_pid() order by xact_start limit 5",
          "select concat_ws(' ', 'order', attempts, retry_at - now()) from pending_order"
              + " order by retry_at limit 5");

  private final House house;

  CrashIT(House house) {
    this.house = house;
  }

  @Test
  void theApplicationServerIsKilledUnderLoad() {
    survives(Victim.SERVER);
  }

  @Test
  void theDatabaseIsKilledUnderLoad() {
    survives(Victim.DATABASE);
  }

  private void survives(Victim victim) {
    var site = new Site(house, new Bank(house).anActiveClient());

    CrashRound.Result result;
    try {
      result = new CrashRound(site).run(victim, UNDER_LOAD);
    } catch (RuntimeException e) {
      throw new AssertionError(e.getMessage() + "; " + whatHangs(), e);
    }

    assertThat(result.isSound()).as(result.toString()).isTrue();
  }

  /** Open transactions of the databases, and orders of which nobody knows what became of them. */
  private List<String> whatHangs() {
    var found = new ArrayList<String>();
    for (var query : WHAT_HANGS) {
      try (var connection =
              house.services().postgres().connectAsSuperuser(Context.TRANSACTION.id());
          var statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      } catch (SQLException e) {
        found.add(e.toString());
      }
    }
    return found;
  }

  /** The server that carries {@code transaction}, and the database of all. */
  private record Site(House house, String owner) implements CrashSite {

    private static final Duration READY = Duration.ofMinutes(3);

    @Override
    public Door door() {
      return house.asMachine();
    }

    @Override
    public void kill(Victim victim) {
      if (victim.isDatabase()) {
        house.services().postgres().kill();
      }
      if (victim.isServer()) {
        house.server(Context.TRANSACTION).kill();
      }
    }

    @Override
    public void restart(Victim victim) {
      if (victim.isDatabase()) {
        house.services().postgres().start();
      }
      if (victim.isServer()) {
        house.server(Context.TRANSACTION).start();
      }
      house.topology().servers().forEach(server -> server.awaitReady(READY));
    }
  }
}
