package org.corridor.transaction.infrastructure;

/** The database failed; the unit of work must not commit. */
public final class TransactionDatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TransactionDatabaseFailure(Throwable cause) {
    super("the database of transaction failed", cause);
  }
}
