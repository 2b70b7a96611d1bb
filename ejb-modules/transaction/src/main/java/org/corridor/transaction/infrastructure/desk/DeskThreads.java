package org.corridor.transaction.infrastructure.desk;

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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.corridor.transaction.application.ReconcileSettings;
import org.corridor.transaction.application.TransactionClock;

/** Runs the desk from the start of the application to its end. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class DeskThreads {

  @Resource(lookup = "jdbc/transaction-desk")
  private DataSource dataSource;

  @Resource private ManagedThreadFactory threadFactory;

  @Inject private GroupDesk desk;
  @Inject private DeskMetrics metrics;
  @Inject private ReconcileSettings settings;
  @Inject @TransactionClock private Clock clock;

  @PostConstruct
  void start() {
    metrics.watch(desk.group());
    desk.group()
        .start(threadFactory, "corridor-desk", dataSource, new DeskWork(clock, settings), metrics);
  }

  @PreDestroy
  void stop() {
    desk.group().stop();
  }

  /** False if a poster of the desk has died: nothing but a restart brings it back. */
  public boolean areAlive() {
    return desk.group().isAlive();
  }
}
