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
   * @return the outcomes in the order of the commands
   */
  List<R> apply(Connection connection, List<C> commands) throws SQLException;

  /** The outcomes of a group are durable. */
  default void committed(List<R> outcomes) {}
}
