package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.file.FileSteering.Steered;
import org.corridor.transaction.domain.file.TransferFile;

/** Stops files, and goes on with them; who sees a file may. */
@ApplicationScoped
public class SteerTransferFile {

  private final UnitOfWork units;
  private final TransferFiles files;
  private final FileMeter meter;
  private final Clock clock;

  /** For the container's proxy. */
  protected SteerTransferFile() {
    this(null, null, null, null);
  }

  @Inject
  public SteerTransferFile(
      UnitOfWork units, TransferFiles files, FileMeter meter, @TransactionClock Clock clock) {
    this.units = units;
    this.files = files;
    this.meter = meter;
    this.clock = clock;
  }

  /** The chunk that is just being paid, and only that, still is. */
  public FileSteering stop(Caller caller, UUID id) {
    return steer(caller, id, TransferFile::stop);
  }

  /** Also one that has failed. */
  public FileSteering resume(Caller caller, UUID id) {
    return steer(caller, id, file -> file.resume(clock.instant()));
  }

  private FileSteering steer(
      Caller caller, UUID id, Function<TransferFile, Optional<TransferFile>> wish) {
    var steering = units.within(() -> decide(caller, id, wish));
    if (steering instanceof Steered steered && steered.changed()) {
      meter.count(steered.file().status());
    }
    return steering;
  }

  private FileSteering decide(
      Caller caller, UUID id, Function<TransferFile, Optional<TransferFile>> wish) {
    var held =
        files
            .hold(id)
            .filter(
                file ->
                    Concealed.unless(
                        TransactionAccess.seesFile(caller, file), caller, "transfer-file", id));
    if (held.isEmpty()) {
      return new FileSteering.NotFound();
    }
    var after = wish.apply(held.get());
    if (after.isEmpty()) {
      return new FileSteering.AlreadyDone();
    }
    var changed = after.get().status() != held.get().status();
    if (changed) {
      files.save(after.get());
    }
    return new Steered(after.get(), changed);
  }
}
