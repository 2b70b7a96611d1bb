package org.corridor.transaction.infrastructure.file;

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
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.schedule.Repeated;
import org.corridor.transaction.application.file.FileSettings;
import org.corridor.transaction.application.file.RunTransferFile;

/**
 * Looks every second for files that are to be paid: new ones, resumed ones, and those whose server
 * is gone. Every replica does; which one pays a file, {@link FileLocks} decides.
 */
@Singleton
@Startup
@DependsOn({"TransactionSchema", "DeskThreads"})
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class TransferFileRunner {

  private static final Logger LOG = Logger.getLogger(TransferFileRunner.class.getName());
  private static final long PAUSE_MILLIS = 1_000;

  /** Some of those that are looked at are being paid by other replicas. */
  private static final int LOOKED_AT = 50;

  @Resource private ManagedScheduledExecutorService threads;

  @Inject private RunTransferFile files;
  @Inject private FileLocks locks;
  @Inject private FileSettings settings;
  @Inject private FileMetrics metrics;

  private final Map<UUID, Future<?>> running = new ConcurrentHashMap<>();
  private ScheduledFuture<?> looking;
  private boolean failing;

  @PostConstruct
  void start() {
    metrics.watch();
    looking =
        threads.scheduleWithFixedDelay(
            new Repeated(this::look), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    running.values().forEach(run -> run.cancel(true));
  }

  /** An exception must not escape: the executor would never call again. */
  private void look() {
    try {
      running.values().removeIf(Future::isDone);
      for (var id : files.due(LOOKED_AT)) {
        if (running.size() >= settings.atOnce()) {
          break;
        }
        if (!running.containsKey(id)) {
          running.put(id, threads.submit(() -> run(id)));
        }
      }
      metrics.tellOpen(files.open());
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "files of transfers cannot be looked for; trying again", e);
      }
      failing = true;
    }
  }

  private void run(UUID id) {
    try {
      locks.exclusively(id, () -> files.run(id));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "file " + id + " cannot be paid now; trying again", e);
    }
  }
}
