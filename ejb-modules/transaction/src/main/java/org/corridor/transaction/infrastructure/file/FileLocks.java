package org.corridor.transaction.infrastructure.file;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.transaction.infrastructure.TransactionDatabaseFailure;

/**
 * Lets one replica at a time pay a file. Who does holds an advisory lock, which ends with its
 * connection: the file of a replica that has died is taken over by another.
 */
@ApplicationScoped
public class FileLocks {

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended('transfer-file/' || ?, 0))";

  // not shared: what a run does must not happen in the transaction of the lock
  @Resource(name = "jdbc/transaction-file-lock", lookup = "jdbc/transaction", shareable = false)
  private DataSource unshared;

  /** For the container. */
  public FileLocks() {}

  public FileLocks(DataSource unshared) {
    this.unshared = unshared;
  }

  /**
   * Does nothing if another replica is at it. To be called outside of any transaction.
   *
   * @return true if the work was done
   */
  public boolean exclusively(UUID id, Runnable work) {
    try (var lock = unshared.getConnection()) {
      lock.setAutoCommit(false);
      try {
        if (!isLocked(lock, id)) {
          return false;
        }
        work.run();
        return true;
      } finally {
        lock.rollback();
        lock.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new TransactionDatabaseFailure(e);
    }
  }

  private static boolean isLocked(Connection connection, UUID id) throws SQLException {
    try (var select = connection.prepareStatement(LOCK)) {
      select.setString(1, id.toString());
      try (var rows = select.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
