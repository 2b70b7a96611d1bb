package org.corridor.account.application;

/** The command may have had its effect, or may still have it: give it again with the same id. */
public final class LedgerOutcomeUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerOutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
