package org.corridor.client.application;

import java.util.Objects;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/**
 * Which client a command is about, and who gives it.
 *
 * @param expectedVersion that the caller has seen
 */
public record Target(UUID id, long expectedVersion, Caller caller, Trail trail) {

  public Target {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(trail, "trail");
  }

  String actor() {
    return caller.subject();
  }
}
