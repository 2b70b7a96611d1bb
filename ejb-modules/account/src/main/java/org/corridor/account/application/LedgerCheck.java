package org.corridor.account.application;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A check of the whole ledger that somebody has asked for, or the clock.
 *
 * @param correction why balances that differ are to be corrected; null if they are not
 * @param startedAt null until a replica has taken it
 * @param finishedAt null until it has ended
 * @param failure why it has ended without a report; otherwise null
 * @param report null until it has ended
 */
public record LedgerCheck(
    UUID id,
    Kind kind,
    String correction,
    String requestedBy,
    String correlationId,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    String failure,
    CheckReport report) {

  /** What is looked at. */
  public enum Kind {
    /** The chain, every journal and entry, and all balances. */
    VERIFICATION,
    /** All balances, computed anew from the entries. */
    REBUILD
  }

  /** Where it stands. */
  public enum Status {
    REQUESTED,
    RUNNING,
    DONE,
    FAILED
  }

  public LedgerCheck {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(requestedBy, "requestedBy");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(requestedAt, "requestedAt");
  }

  public Status status() {
    if (finishedAt != null) {
      return report == null ? Status.FAILED : Status.DONE;
    }
    return startedAt == null ? Status.REQUESTED : Status.RUNNING;
  }
}
