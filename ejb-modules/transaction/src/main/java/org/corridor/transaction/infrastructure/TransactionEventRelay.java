package org.corridor.transaction.infrastructure;

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
@DependsOn("TransactionSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionEventRelay extends ContextEventRelay {

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  public TransactionEventRelay() {
    super(TransactionEvents.store());
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
