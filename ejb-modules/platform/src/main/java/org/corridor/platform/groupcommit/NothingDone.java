package org.corridor.platform.groupcommit;

/** The database failed before anything was committed; nothing was done. */
public final class NothingDone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingDone(String message, Throwable cause) {
    super(message, cause);
  }
}
