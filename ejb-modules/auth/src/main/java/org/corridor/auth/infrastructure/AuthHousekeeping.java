package org.corridor.auth.infrastructure;

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
@DependsOn("AuthSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AuthHousekeeping extends ContextHousekeeping {

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
