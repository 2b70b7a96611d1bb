package org.corridor.account.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.ledger.Hold;
import org.corridor.account.domain.ledger.Journal;
import org.corridor.account.domain.ledger.LedgerAccount;

/** What the ledger has recorded, for reading; it is written by {@link Ledger} alone. */
public interface LedgerRecords {

  /** What is booked and held now. */
  Optional<LedgerAccount> account(UUID id);

  /** What was booked on an account right before the instant, in minor units. */
  long bookedBefore(UUID accountId, Instant instant);

  /** The sum of the entries whose value date is the day or earlier, in minor units. */
  long bookedByValueDate(UUID accountId, LocalDate day);

  /** The entries of an account in the order of their booking; up to {@code limit}. */
  List<StatementLine> lines(UUID accountId, StatementWindow window, int limit);

  Optional<Journal> journal(UUID id);

  Optional<Hold> hold(UUID id);

  /** Active holds whose time has come, the longest due first; up to {@code limit}. */
  List<Hold> dueHolds(Instant now, int limit);

  List<TrialBalanceLine> trialBalance();
}
