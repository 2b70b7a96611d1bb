package org.corridor.account.application;

/** The client context does not answer. */
public final class ClientsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClientsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
