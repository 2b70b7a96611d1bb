package org.corridor.notification.infrastructure;

import org.corridor.platform.events.EventStore;

/** The context's event store. */
final class NotificationEvents {

  private static final EventStore STORE = new EventStore("/notification");

  private NotificationEvents() {}

  static EventStore store() {
    return STORE;
  }
}
