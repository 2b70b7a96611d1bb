package org.corridor.transaction.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.EventHandler;

/** Takes the events of others that this context listens to. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionEventConsumer extends ContextEventConsumer {

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  @Inject private JournalPostedHandler journalPosted;

  public TransactionEventConsumer() {
    super("transaction");
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }

  @Override
  protected List<EventHandler> handlers() {
    return List.of(journalPosted);
  }
}
