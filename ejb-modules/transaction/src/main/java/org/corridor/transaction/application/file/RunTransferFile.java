package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.file.TransferFile;

/** Has files paid, and goes on with those that broke off. Outside of any transaction. */
@ApplicationScoped
public class RunTransferFile {

  private static final Logger LOG = Logger.getLogger(RunTransferFile.class.getName());
  private static final String WHY_IS_LOGGED = "it broke off; the log says why";

  private final UnitOfWork units;
  private final TransferFiles files;
  private final FileJob job;
  private final FileMeter meter;
  private final Clock clock;

  /** For the container's proxy. */
  protected RunTransferFile() {
    this(null, null, null, null, null);
  }

  @Inject
  public RunTransferFile(
      UnitOfWork units,
      TransferFiles files,
      FileJob job,
      FileMeter meter,
      @TransactionClock Clock clock) {
    this.units = units;
    this.files = files;
    this.job = job;
    this.meter = meter;
    this.clock = clock;
  }

  /** Those that are to be run now, the oldest first. */
  public List<UUID> due(int limit) {
    return units.within(() -> files.due(clock.instant(), limit));
  }

  /** How many files wait or are being paid. */
  public long open() {
    return units.within(files::open);
  }

  /** Should two do so at once, nothing is paid twice all the same. */
  public void run(UUID id) {
    var running = units.within(() -> begin(id));
    if (running.isEmpty()) {
      return;
    }
    try {
      job.run(running.get());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "file " + id + " broke off; it goes on later", e);
      var why = e instanceof FileJob.FileNotPaid ? e.getMessage() : WHY_IS_LOGGED;
      var after = units.within(() -> failed(id, why));
      if (after.status() == TransferFile.Status.FAILED) {
        meter.count(after.status());
      }
    }
  }

  private Optional<TransferFile> begin(UUID id) {
    var running = files.hold(id).flatMap(file -> file.run(clock.instant()));
    running.ifPresent(files::save);
    return running;
  }

  private TransferFile failed(UUID id, String why) {
    var before = files.hold(id).orElseThrow();
    var after = before.failed(why, clock.instant());
    if (!after.equals(before)) {
      files.save(after);
    }
    return after;
  }
}
