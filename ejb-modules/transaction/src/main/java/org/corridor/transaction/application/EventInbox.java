package org.corridor.transaction.application;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The events of others that this context has taken. */
@FunctionalInterface
public interface EventInbox {

  /**
   * Takes events.
   *
   * @return those that were not taken before
   */
  Set<UUID> take(Collection<UUID> eventIds);
}
