package org.corridor.transaction.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.transaction.domain.Change;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransactionEvent;

/** All transactions: streams of events, and a row each that projects them. */
public interface Transactions {

  /**
   * As it is now. Begun at the {@link Desk}, it has no row before the ledger's first answer: its
   * events tell.
   */
  Optional<Transaction> find(UUID id);

  /** The fold of its events, its row held until the unit of work ends; made, if it had none. */
  Optional<Transaction> hold(UUID id);

  /** All that happened to it, oldest first; empty if there is no such transaction. */
  List<TransactionEvent> history(UUID id);

  /**
   * Of these ids, those of transactions that are not known to be paid and that nobody is about to
   * write about: UNKNOWN, DECLINED, or last ordered before the given instant.
   */
  Set<UUID> abandoned(Collection<UUID> ids, Instant orderedBefore);

  /** Writes a new transaction. */
  void add(Change change);

  /** Writes what happened to one that is held. */
  void save(Change change);

  /**
   * The newest first, of those that have a row.
   *
   * @param limit how many at most
   */
  List<Transaction> list(TransactionQuery query, int limit);
}
