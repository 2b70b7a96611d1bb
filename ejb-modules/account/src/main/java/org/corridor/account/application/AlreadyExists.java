package org.corridor.account.application;

/** What was to be added is there already; the transaction must be rolled back. */
public final class AlreadyExists extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlreadyExists(String message, Throwable cause) {
    super(message, cause);
  }
}
