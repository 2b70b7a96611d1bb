package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.corridor.notification.application.EventLog;
import org.corridor.notification.domain.NotificationEvent;
import org.corridor.platform.events.Trail;

/** The context's event store. */
@ApplicationScoped
public class JdbcEventLog implements EventLog {

  private final NotificationDatabase database;

  @Inject
  public JdbcEventLog(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcEventLog() {
    this(null);
  }

  @Override
  public void append(
      String stream, long expectedVersion, NotificationEvent event, Instant at, Trail trail) {
    database.sql(
        connection ->
            NotificationEvents.store()
                .append(connection, stream, expectedVersion, List.of(event), at, trail));
  }
}
