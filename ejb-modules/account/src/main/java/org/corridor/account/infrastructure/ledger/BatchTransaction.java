package org.corridor.account.infrastructure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/** Applies a batch of commands in one transaction of the database. */
final class BatchTransaction {

  private static final Logger LOG = Logger.getLogger(BatchTransaction.class.getName());

  private final DataSource dataSource;
  private final Clock clock;
  private final LedgerReads reads = new LedgerReads();
  private final LedgerWrites writes = new LedgerWrites();

  /**
   * @param dataSource used outside of JTA
   */
  BatchTransaction(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * @return the outcomes in the order of the commands, durable
   */
  List<Outcome> run(List<LedgerCommand> commands) throws BatchFailure {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw BatchFailure.connecting(e);
    }
    try {
      var outcomes = apply(connection, commands);
      commit(connection);
      return outcomes;
    } finally {
      giveBack(connection);
    }
  }

  private List<Outcome> apply(Connection connection, List<LedgerCommand> commands)
      throws BatchFailure {
    try {
      connection.setAutoCommit(false);
      var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      var books = reads.lockBooks(connection, commands, now);
      var outcomes = new ArrayList<Outcome>(commands.size());
      for (var command : commands) {
        outcomes.add(books.apply(command));
      }
      var changes = books.changes();
      if (!changes.isEmpty()) {
        writes.write(connection, changes);
      }
      return outcomes;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw BatchFailure.working(e);
    }
  }

  private static void commit(Connection connection) throws BatchFailure {
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection, e);
      throw BatchFailure.committing(e);
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** After the commit nothing may fail any more: the outcome stands. */
  private static void giveBack(Connection connection) {
    try (connection) {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(Level.FINE, "a connection was not given back in good order", e);
    }
  }
}
