package org.corridor.account.application;

/** The ledger takes no more for the moment; nothing was done. */
public final class LedgerBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerBusy(String message) {
    super(message);
  }
}
