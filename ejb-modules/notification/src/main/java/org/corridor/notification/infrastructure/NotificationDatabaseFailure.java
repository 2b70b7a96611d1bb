package org.corridor.notification.infrastructure;

import java.sql.SQLException;

/** The database did not do what it was asked for. */
public final class NotificationDatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotificationDatabaseFailure(SQLException cause) {
    super(cause);
  }
}
