package org.corridor.notification.application;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Remembers which events were taken, in the unit of work of what they cause. */
public interface EventInbox {

  /**
   * Takes events.
   *
   * @param consumer the bean that takes them
   * @return those that it has not taken before
   */
  Set<UUID> take(String consumer, Collection<UUID> eventIds);
}
