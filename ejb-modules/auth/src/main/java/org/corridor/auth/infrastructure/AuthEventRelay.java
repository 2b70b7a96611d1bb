package org.corridor.auth.infrastructure;

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
@DependsOn("AuthSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthEventRelay extends ContextEventRelay {

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  public AuthEventRelay() {
    super(JpaEventLog.STORE);
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
