package org.corridor.notification.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.corridor.platform.schema.ContextSchema;

/** Migrates the context's database. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationSchema extends ContextSchema {

  @Resource(lookup = "jdbc/notification-migration")
  private DataSource owner;

  public NotificationSchema() {
    super("notification");
  }

  @Override
  protected DataSource owner() {
    return owner;
  }
}
