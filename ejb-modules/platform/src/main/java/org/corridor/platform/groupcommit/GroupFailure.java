package org.corridor.platform.groupcommit;

import java.sql.SQLException;

/**
 * A group's transaction failed. Nothing of it was answered; and nothing of it was done either,
 * unless the commit itself failed.
 */
final class GroupFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean atCommit;
  private final boolean outage;

  private GroupFailure(Exception cause, boolean atCommit, boolean outage) {
    super(cause.getMessage(), cause);
    this.atCommit = atCommit;
    this.outage = outage;
  }

  /** There is no connection to be had. */
  static GroupFailure connecting(SQLException cause) {
    return new GroupFailure(cause, false, true);
  }

  /** One of the commands may be to blame, or the connection broke. */
  static GroupFailure working(Exception cause) {
    return new GroupFailure(cause, false, isOutage(cause));
  }

  /** The connection broke, or the server went, when it was not known any more what it had done. */
  static GroupFailure committing(SQLException cause) {
    return new GroupFailure(cause, true, isOutage(cause));
  }

  /** True if it may have been committed all the same. */
  boolean isAtCommit() {
    return atCommit;
  }

  /** True if the whole group may well pass in a moment; false if splitting it may help. */
  boolean isOutage() {
    return outage;
  }

  /** PostgreSQL, appendix A: connection, rollback (deadlock), resources, operator, system. */
  private static boolean isOutage(Exception cause) {
    if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) {
      return false;
    }
    return switch (sql.getSQLState().substring(0, 2)) {
      case "08", "40", "53", "57", "58" -> true;
      default -> false;
    };
  }
}
