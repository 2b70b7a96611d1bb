package org.corridor.account.infrastructure;

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
@DependsOn("AccountSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountEventRelay extends ContextEventRelay {

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  public AccountEventRelay() {
    super(AccountEvents.store());
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
