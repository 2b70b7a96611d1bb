package org.corridor.account.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.corridor.account.domain.endofday.BusinessCalendar;

/** The ends of days that were asked for; all replicas share them. */
public interface EndOfDayRuns {

  BusinessCalendar calendar();

  /**
   * Adds one, unless another is open or its day is known.
   *
   * @return false if it was not added
   */
  boolean add(EndOfDayRun requested);

  /**
   * Opens the one of the day again, which has failed.
   *
   * @return empty if it has not
   */
  Optional<EndOfDayRun> reopen(LocalDate day);

  Optional<EndOfDayRun> find(UUID id);

  /** The latest day first, those before the given one; up to {@code limit}. */
  List<EndOfDayRun> list(LocalDate before, int limit);

  /** The one that has not ended yet. */
  Optional<EndOfDayRun> open();

  /** The latest day that is done. */
  Optional<LocalDate> lastDone();

  /** Says what its batch job is doing. */
  void progress(UUID id, long execution, List<EndOfDayRun.Step> steps);

  /**
   * Runs the one that has not ended yet, unless another replica does, or the pause after a failed
   * attempt is not over; outside of any transaction. If the work returns, the day is done.
   *
   * @return as it is afterwards; empty if there was nothing to run
   */
  Optional<EndOfDayRun> runOpen(Consumer<EndOfDayRun> work);
}
