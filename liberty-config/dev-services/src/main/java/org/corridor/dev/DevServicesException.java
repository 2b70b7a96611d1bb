package org.corridor.dev;

/** Says in a sentence or two what a person can do about it; shown without its stack trace. */
public class DevServicesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DevServicesException(String message) {
    super(message);
  }

  public DevServicesException(String message, Throwable cause) {
    super(message, cause);
  }
}
