package org.corridor.platform.groupcommit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a group of commands does to the database.
 *
 * @param <C> a command
 * @param <R> its outcome; a refusal is one too, and disturbs no other command of the group
 */
public interface GroupWork<C, R> {

  /**
   * Must give the same outcomes when it is done again, also if an earlier attempt was committed
   * after all.
   *
   * @param connection does not commit by itself; the caller commits
   */
  Applied<R> apply(Connection connection, List<C> commands) throws SQLException;

  /**
   * What a group has become.
   *
   * @param outcomes in the order of the commands
   * @param committed to be run once they are durable; must not fail
   */
  record Applied<R>(List<R> outcomes, Runnable committed) {

    /** There is nothing to be done when they are durable. */
    public static <R> Applied<R> of(List<R> outcomes) {
      return new Applied<>(outcomes, () -> {});
    }
  }
}
