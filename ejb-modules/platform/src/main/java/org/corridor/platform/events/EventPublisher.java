package org.corridor.platform.events;

import java.util.List;
import org.corridor.kernel.EventEnvelope;

/** Hands events on, durably; returns only when the receiver has them all. */
@FunctionalInterface
public interface EventPublisher {

  /**
   * @throws RuntimeException if any of them may not have arrived: all will be sent again
   */
  void publish(List<EventEnvelope> events);
}
