package org.corridor.account.infrastructure.ledger;

import java.sql.SQLException;

/** The ledger's database failed while it was read, or in a transaction that must not commit. */
public final class LedgerDatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerDatabaseFailure(String message, SQLException cause) {
    super(message, cause);
  }
}
