package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.events.Inbox;
import org.corridor.transaction.application.EventInbox;

/** The platform's inbox, in this context's database. */
@ApplicationScoped
public class JdbcEventInbox implements EventInbox {

  private final TransactionDatabase database;
  private final Inbox inbox = new Inbox("transaction");

  /** For the container's proxy. */
  protected JdbcEventInbox() {
    this(null);
  }

  @Inject
  public JdbcEventInbox(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Set<UUID> take(Collection<UUID> eventIds) {
    return database.sql(connection -> inbox.take(connection, eventIds));
  }
}
