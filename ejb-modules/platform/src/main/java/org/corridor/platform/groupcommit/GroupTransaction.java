package org.corridor.platform.groupcommit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.groupcommit.GroupWork.Applied;

/** Applies a group of commands in one transaction of the database. */
final class GroupTransaction<C, R> {

  private static final Logger LOG = Logger.getLogger(GroupTransaction.class.getName());

  private final DataSource dataSource;
  private final GroupWork<C, R> work;

  /**
   * @param dataSource used outside of JTA
   */
  GroupTransaction(DataSource dataSource, GroupWork<C, R> work) {
    this.dataSource = dataSource;
    this.work = work;
  }

  /**
   * @return the outcomes in the order of the commands, durable
   */
  List<R> run(List<C> commands) throws GroupFailure {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException e) {
      throw GroupFailure.connecting(e);
    }
    try {
      var applied = apply(connection, commands);
      commit(connection);
      applied.committed().run();
      return applied.outcomes();
    } finally {
      giveBack(connection);
    }
  }

  private Applied<R> apply(Connection connection, List<C> commands) throws GroupFailure {
    try {
      connection.setAutoCommit(false);
      return work.apply(connection, commands);
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw GroupFailure.working(e);
    } catch (Error e) {
      // or half of it would be committed when the connection is given back
      rollBack(connection, e);
      throw e;
    }
  }

  private static void commit(Connection connection) throws GroupFailure {
    try {
      connection.commit();
    } catch (SQLException e) {
      rollBack(connection, e);
      throw GroupFailure.committing(e);
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
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
