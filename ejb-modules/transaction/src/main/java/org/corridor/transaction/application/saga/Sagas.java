package org.corridor.transaction.application.saga;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaEvent;

/**
 * All sagas: a stream of events each, and a row that says what is due when, and who is at it. The
 * row is made from the events; only the lease is its own.
 */
public interface Sagas {

  /** All that happened to it, oldest first; empty if there is no such saga. */
  List<SagaEvent> history(UUID id);

  /** The fold of its events, its row held until the unit of work ends. */
  Optional<Saga> hold(UUID id);

  /** Writes a new one; nobody is at it yet. */
  void add(SagaChange change);

  /**
   * Writes what happened to one that is held.
   *
   * @throws org.corridor.platform.events.StreamMovedOn if another has written meanwhile
   */
  void save(SagaChange change);

  /** The newest first. */
  List<SagaSummary> list(SagaQuery query, int limit);

  /**
   * For how long a saga is somebody's.
   *
   * @param token whose
   */
  record Lease(UUID token, Instant until) {}

  /** Takes one that is due and nobody's, whichever is due longest. */
  Optional<UUID> take(Lease lease, Instant now);

  /** Takes this one, if it is due and nobody's. */
  boolean take(UUID id, Lease lease, Instant now);

  /**
   * Goes on having one that is held.
   *
   * @return false if it has become somebody else's meanwhile
   */
  boolean renew(UUID id, Lease lease);

  /** Lets go of one, if it is still this token's. */
  void letGo(UUID id, UUID token);

  /**
   * Ids that have events or a row, in order.
   *
   * @param after where the batch before ended; null for the first
   */
  List<UUID> ids(UUID after, int limit);

  /** What the row says; empty if there is none. */
  Optional<SagaSummary> projected(UUID id);

  /** Makes the row say what the events say; made anew, it is nobody's. */
  void replace(Saga folded);

  /** How sagas stand now, for monitoring. */
  SagaCensus census();
}
