package org.corridor.transaction.application.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.UnitOfWork;

/** Forgets what was in files that were done long ago; what became of it stays. */
@ApplicationScoped
public class ForgetFileContents {

  private static final int SOME = 20;

  private final UnitOfWork units;
  private final FileChunks chunks;
  private final FileSettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected ForgetFileContents() {
    this(null, null, null, null);
  }

  @Inject
  public ForgetFileContents(
      UnitOfWork units, FileChunks chunks, FileSettings settings, @TransactionClock Clock clock) {
    this.units = units;
    this.chunks = chunks;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * In small transactions.
   *
   * @return of how many files
   */
  public int forgetOld() {
    var before = clock.instant().minus(settings.kept());
    var forgotten = 0;
    var some = 0;
    do {
      some = units.within(() -> chunks.forget(before, SOME));
      forgotten += some;
    } while (some > 0);
    return forgotten;
  }
}
