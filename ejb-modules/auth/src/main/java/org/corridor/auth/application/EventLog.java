package org.corridor.auth.application;

import java.time.Instant;
import java.util.List;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.Trail;

/** The context's streams of events; appending joins the current transaction. */
public interface EventLog {

  void append(
      String stream,
      long expectedVersion,
      List<? extends DomainEvent> events,
      Instant at,
      Trail trail);
}
