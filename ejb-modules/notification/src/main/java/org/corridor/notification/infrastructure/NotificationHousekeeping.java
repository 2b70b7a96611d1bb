package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.corridor.platform.housekeeping.ContextHousekeeping;

/** Forgets what the context need not keep. */
@Singleton
@Startup
@DependsOn("NotificationSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationHousekeeping extends ContextHousekeeping {

  @Resource(lookup = "jdbc/notification")
  private DataSource dataSource;

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
