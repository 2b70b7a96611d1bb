package org.corridor.platform.events;

/** Somebody else has appended to the stream since it was read: read again, decide again. */
public final class StreamMovedOn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StreamMovedOn(String stream, long expectedVersion, Throwable cause) {
    super(stream + " is no longer at version " + expectedVersion, cause);
  }
}
