package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Does what {@link EndDay} was asked for. To be called outside of any transaction. */
@ApplicationScoped
public class RunEndOfDay {

  private final EndOfDayRuns runs;
  private final EndOfDayJob job;

  @Inject
  public RunEndOfDay(EndOfDayRuns runs, EndOfDayJob job) {
    this.runs = runs;
    this.job = job;
  }

  /** For the container's proxy. */
  protected RunEndOfDay() {
    this(null, null);
  }

  /** Empty if there was nothing to do, or another replica does it. */
  public Optional<EndOfDayRun> runOpen() {
    return runs.runOpen(job::run);
  }
}
