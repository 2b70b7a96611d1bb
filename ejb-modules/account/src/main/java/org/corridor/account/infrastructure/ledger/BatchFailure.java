package org.corridor.account.infrastructure.ledger;

import java.sql.SQLException;

/**
 * A batch's transaction failed. Nothing of it was answered; and nothing of it was done either,
 * unless the commit itself failed.
 */
final class BatchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean atCommit;
  private final boolean outage;

  private BatchFailure(Exception cause, boolean atCommit, boolean outage) {
    super(cause.getMessage(), cause);
    this.atCommit = atCommit;
    this.outage = outage;
  }

  /** There is no connection to be had. */
  static BatchFailure connecting(SQLException cause) {
    return new BatchFailure(cause, false, true);
  }

  /** One of the commands may be to blame, or the connection broke. */
  static BatchFailure working(Exception cause) {
    return new BatchFailure(cause, false, isOutage(cause));
  }

  /** The connection broke, or the server went, when it was not known any more what it had done. */
  static BatchFailure committing(SQLException cause) {
    return new BatchFailure(cause, true, isOutage(cause));
  }

  /** True if it may have been committed all the same. */
  boolean isAtCommit() {
    return atCommit;
  }

  /** True if the whole batch may well pass in a moment; false if splitting it may help. */
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
