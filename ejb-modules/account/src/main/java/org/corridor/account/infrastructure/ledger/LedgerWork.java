package org.corridor.account.infrastructure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.platform.groupcommit.GroupWork;

/**
 * Applies a batch of commands: locks what they touch, lets the domain decide on each, writes what
 * has changed. A command that was done before is found under the locks, and answered as then.
 */
final class LedgerWork implements GroupWork<LedgerCommand, Outcome> {

  private final Clock clock;
  private final LedgerReads reads = new LedgerReads();
  private final LedgerWrites writes = new LedgerWrites();

  LedgerWork(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Applied<Outcome> apply(Connection connection, List<LedgerCommand> commands)
      throws SQLException {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var foreseen = ForeseenBalances.of(commands, now);
    var books = reads.lockBooks(connection, commands, foreseen, now);
    var outcomes = new ArrayList<Outcome>(commands.size());
    for (var command : commands) {
      outcomes.add(books.apply(command));
    }
    writes.write(connection, books.changes(), foreseen);
    return Applied.of(outcomes);
  }
}
