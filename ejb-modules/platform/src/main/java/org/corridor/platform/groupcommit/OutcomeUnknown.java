package org.corridor.platform.groupcommit;

/** The command may have had its effect, or may still have it. */
public final class OutcomeUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutcomeUnknown(String message, Throwable cause) {
    super(message, cause);
  }
}
