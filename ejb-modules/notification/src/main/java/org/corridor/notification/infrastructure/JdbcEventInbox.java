package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.corridor.notification.application.EventInbox;
import org.corridor.platform.events.Inbox;

/** The platform's inbox, in this context's database. */
@ApplicationScoped
public class JdbcEventInbox implements EventInbox {

  private final NotificationDatabase database;

  @Inject
  public JdbcEventInbox(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcEventInbox() {
    this(null);
  }

  @Override
  public Set<UUID> take(String consumer, Collection<UUID> eventIds) {
    return database.sql(connection -> new Inbox(consumer).take(connection, eventIds));
  }
}
