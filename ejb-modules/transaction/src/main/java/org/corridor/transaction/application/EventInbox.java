package org.corridor.transaction.application;

import java.util.UUID;

/** The events of others that this context has taken. */
@FunctionalInterface
public interface EventInbox {

  /**
   * Takes an event.
   *
   * @return false if it was taken before
   */
  boolean take(UUID eventId);
}
