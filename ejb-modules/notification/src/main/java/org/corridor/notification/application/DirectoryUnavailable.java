package org.corridor.notification.application;

/** Another context does not answer. */
public final class DirectoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DirectoryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
