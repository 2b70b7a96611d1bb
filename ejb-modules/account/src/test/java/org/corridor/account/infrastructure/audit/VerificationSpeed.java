package org.corridor.account.infrastructure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.infrastructure.ledger.LedgerDatabase;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast a ledger is filled, sealed and verified. Its name keeps it out of the build; on
 * demand:
 *
 * <pre>mvn test -pl ejb-modules/account -am -Dtest=VerificationSpeed
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dcorridor.measured.entries=1000000</pre>
 */
class VerificationSpeed {

  private static final Logger LOG = Logger.getLogger(VerificationSpeed.class.getName());
  private static final int ACCOUNTS = 1_000;
  private static final int WAITING = 2_000;

  private final LedgerDatabase ledger = LedgerDatabase.empty();

  @Test
  void saysHowManyEntriesAMinute() throws SQLException, InterruptedException {
    var entries = Long.getLong("corridor.measured.entries", 1_000_000L);

    tell("posted", entries, timed(() -> fill(entries / 2)));
    ledger.stop();
    tell("sealed", entries, timed(this::seal));
    var audit = new JdbcLedgerAudit(ledger.database.app());
    for (var run = 0; run < 3; run++) {
      tell("verified", entries, timed(() -> assertThat(audit.verify().problems()).isEmpty()));
    }
  }

  private void fill(long transfers) {
    var queue = ledger.replica();
    var accounts = new ArrayList<UUID>();
    for (var i = 0; i < ACCOUNTS; i++) {
      accounts.add(ledger.openInternalAccount());
    }
    var random = new Random(1);
    var answers = new ArrayDeque<CompletableFuture<Outcome>>();
    for (var i = 0L; i < transfers; i++) {
      var from = random.nextInt(ACCOUNTS);
      var to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
      answers.add(queue.submit(aTransfer(accounts.get(from), accounts.get(to), 1)));
      if (answers.size() > WAITING) {
        LedgerDatabase.await(answers.remove());
      }
    }
    answers.forEach(LedgerDatabase::await);
  }

  private void seal() {
    var sealing = new Sealing(ledger.database.app(), 1_000);
    try {
      while (sealing.sealOnce() > 0) {
        // until nothing is left
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Duration timed(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void tell(String what, long entries, Duration took) {
    LOG.info(
        "%s %d entries in %.1f s: %d a minute"
            .formatted(
                what,
                entries,
                took.toMillis() / 1_000.0,
                entries * 60_000 / Math.max(1, took.toMillis())));
  }
}
