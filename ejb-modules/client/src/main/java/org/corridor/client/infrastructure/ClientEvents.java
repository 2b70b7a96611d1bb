package org.corridor.client.infrastructure;

import java.util.UUID;
import org.corridor.platform.events.EventStore;

/** The context's event store, and how its streams are named. */
final class ClientEvents {

  private static final EventStore STORE = new EventStore("/client");

  private ClientEvents() {}

  static EventStore store() {
    return STORE;
  }

  static String stream(UUID clientId) {
    return "client/" + clientId;
  }
}
