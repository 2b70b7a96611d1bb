package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.corridor.auth.application.EventLog;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;

/** The event store, over the connection that the entity manager's transaction has. */
@ApplicationScoped
public class JpaEventLog implements EventLog {

  static final EventStore STORE = new EventStore("/auth");

  private final AuthEntities entities;

  @Inject
  public JpaEventLog(AuthEntities entities) {
    this.entities = entities;
  }

  /** For the container's proxy. */
  protected JpaEventLog() {
    this(null);
  }

  @Override
  public void append(
      String stream,
      long expectedVersion,
      List<? extends DomainEvent> events,
      Instant at,
      Trail trail) {
    var connection = entities.get().unwrap(Connection.class);
    STORE.append(connection, stream, expectedVersion, events, at, trail);
  }
}
