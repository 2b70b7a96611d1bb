package org.corridor.client.infrastructure;

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
@DependsOn("ClientSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class ClientEventRelay extends ContextEventRelay {

  @Resource(lookup = "jdbc/client")
  private DataSource dataSource;

  public ClientEventRelay() {
    super(ClientEvents.store());
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }
}
