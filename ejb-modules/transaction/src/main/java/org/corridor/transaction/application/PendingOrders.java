package org.corridor.transaction.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders to the ledger whose outcome is not written down yet. Each attempt is counted before it is
 * made, so that it can be told whether another might be under way.
 */
public interface PendingOrders {

  /**
   * One attempt to have an order fulfilled.
   *
   * @param number from 1
   * @param afterPrevious how long after the attempt before it; null for the first
   */
  record Attempt(UUID transactionId, int number, Duration afterPrevious) {}

  /**
   * Opens the order of a transaction that is held or new, with its first attempt.
   *
   * @param retryAt when it may be assumed that this attempt is lost
   */
  Attempt open(UUID transactionId, Instant now, Instant retryAt);

  /** The last attempt that was begun; empty if there is no such order, or it was closed. */
  Optional<Attempt> lastAttempt(UUID transactionId);

  /**
   * Begins a new attempt at orders whose last one is taken for lost, each by one replica only.
   *
   * @param first how long the second attempt has; every further one has twice as long
   */
  List<Attempt> retry(Instant now, Duration first, int limit);

  /** The outcome is known. */
  void close(UUID transactionId);
}
