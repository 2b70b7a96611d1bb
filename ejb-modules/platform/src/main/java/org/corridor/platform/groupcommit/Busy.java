package org.corridor.platform.groupcommit;

/** No more commands are taken for the moment; nothing was done. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Busy(String message) {
    super(message);
  }
}
