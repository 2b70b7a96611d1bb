package org.corridor.account.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The checks of the ledger that were asked for; all replicas share them. */
public interface LedgerChecks {

  /**
   * Adds one, unless another has not ended yet.
   *
   * @param businessDay that the clock asks for, which has one only; null if a caller asks
   * @return false if it was not added
   */
  boolean add(LedgerCheck requested, LocalDate businessDay);

  Optional<LedgerCheck> find(LedgerCheck.Kind kind, UUID id);

  /** The latest first, those that were asked for before the one with the given id. */
  List<LedgerCheck> list(LedgerCheck.Kind kind, UUID before, int limit);

  /** The one that has not ended yet. */
  Optional<LedgerCheck> open();

  /** The latest that has a report. */
  Optional<LedgerCheck> latestDone(LedgerCheck.Kind kind);

  /** The latest that has found nothing wrong. */
  Optional<LedgerCheck> latestSound(LedgerCheck.Kind kind);

  /**
   * Runs the one that has not ended yet, unless another replica does; outside of any transaction.
   * One whose replica has died is begun anew.
   *
   * @return as it has ended; empty if there was nothing to run
   */
  Optional<LedgerCheck> runOpen(Function<LedgerCheck, CheckReport> work);
}
