package org.corridor.account.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Topic;
import java.time.Clock;
import javax.sql.DataSource;
import org.corridor.platform.events.EventRelay;
import org.corridor.platform.events.JmsEventPublisher;
import org.corridor.platform.events.RelayLoop;

/** Carries the context's events from its store to the topic that the other contexts listen to. */
@Singleton
@Startup
@DependsOn("AccountSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountEventRelay {

  private static final int BATCH_SIZE = 500;

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/events")
  private Topic topic;

  @Resource private ManagedScheduledExecutorService threads;

  private RelayLoop loop;

  @PostConstruct
  void start() {
    var publisher = new JmsEventPublisher(connections, topic);
    var relay = new EventRelay("jms", dataSource, AccountEvents.store(), publisher, BATCH_SIZE);
    loop = new RelayLoop(relay, Clock.systemUTC());
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** False if events have not got through for a while. */
  public boolean getsThrough() {
    return loop.getsThrough();
  }
}
