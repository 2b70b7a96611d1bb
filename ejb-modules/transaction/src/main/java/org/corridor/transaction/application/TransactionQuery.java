package org.corridor.transaction.application;

import java.time.Instant;
import java.util.UUID;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;

/**
 * Which transactions are wanted; what is null does not narrow.
 *
 * @param reach what the caller may see at all; never null
 * @param accountId on either side
 * @param from made at that instant or later
 * @param to made before that instant
 * @param before only what was made before this one: where the page before ended
 */
public record TransactionQuery(
    Reach reach, UUID accountId, Status status, Kind kind, Instant from, Instant to, UUID before) {

  /**
   * What a caller may see of all transactions.
   *
   * @param clientId a customer's: its own only, and what reached it once that is paid
   * @param branch a branch's staff: what touches its accounts only
   */
  public record Reach(UUID clientId, String branch) {}
}
