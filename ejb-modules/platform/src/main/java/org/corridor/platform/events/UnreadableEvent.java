package org.corridor.platform.events;

/** What arrived is no event, or not of the type that it says: it becomes a dead letter. */
public final class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEvent(String message, Throwable cause) {
    super(message, cause);
  }
}
