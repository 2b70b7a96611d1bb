package org.corridor.platform.events;

import java.util.Objects;

/**
 * Where an event comes from.
 *
 * @param correlationId of the request that started it all
 * @param causationId the event or command right before it; may be null
 */
public record Trail(String correlationId, String causationId) {

  public Trail {
    Objects.requireNonNull(correlationId, "correlationId");
  }

  public static Trail of(String correlationId) {
    return new Trail(correlationId, null);
  }
}
