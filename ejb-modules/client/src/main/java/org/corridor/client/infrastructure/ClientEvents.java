package org.corridor.client.infrastructure;

import org.corridor.platform.events.EventStore;

/** The context's event store. */
final class ClientEvents {

  private static final EventStore STORE = new EventStore("/client");

  private ClientEvents() {}

  static EventStore store() {
    return STORE;
  }
}
