package org.corridor.transaction.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The transactions that wait for a second pair of eyes. */
public interface AwaitingApproval {

  /**
   * Those made at that instant or before, the oldest first.
   *
   * @param limit how many at most
   */
  List<UUID> since(Instant instant, int limit);

  /**
   * Holds one until the unit of work ends, if it still waits and nobody else holds it.
   *
   * @return false if somebody is just deciding on it, or has
   */
  boolean take(UUID transactionId);
}
