package org.corridor.account.application;

/** The ledger's database failed before anything was committed; nothing was done. */
public final class LedgerFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
