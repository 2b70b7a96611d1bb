package org.corridor.notification.application;

import java.time.Instant;
import org.corridor.notification.domain.NotificationEvent;
import org.corridor.platform.events.Trail;

/** The context's own events, written in the unit of work of what they tell of. */
public interface EventLog {

  /**
   * @param expectedVersion of the stream's last event; 0 for a new stream
   */
  void append(
      String stream, long expectedVersion, NotificationEvent event, Instant at, Trail trail);
}
