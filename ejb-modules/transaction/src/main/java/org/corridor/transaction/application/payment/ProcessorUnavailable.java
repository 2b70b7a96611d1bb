package org.corridor.transaction.application.payment;

/** The processor did not answer. */
public final class ProcessorUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ProcessorUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
