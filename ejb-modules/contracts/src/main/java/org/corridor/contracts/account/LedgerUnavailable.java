package org.corridor.contracts.account;

/** The ledger did not answer, or not in time: the outcome is not known. */
public final class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
