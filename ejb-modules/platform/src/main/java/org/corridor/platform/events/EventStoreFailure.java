package org.corridor.platform.events;

/** The event store's database failed; the transaction must not commit. */
public final class EventStoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EventStoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
