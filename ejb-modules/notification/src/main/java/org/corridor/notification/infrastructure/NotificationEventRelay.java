package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.corridor.platform.events.ContextEventRelay;

/** Carries the context's events to the other contexts. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationEventRelay extends ContextEventRelay {

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  public NotificationEventRelay() {
    super(NotificationEvents.store());
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
