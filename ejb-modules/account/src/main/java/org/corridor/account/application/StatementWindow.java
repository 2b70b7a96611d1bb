package org.corridor.account.application;

import java.time.Instant;
import java.util.Objects;

/**
 * Which entries of an account.
 *
 * @param from the first instant
 * @param before the first instant that is not in it
 * @param after the place of the last entry that was read already; null to begin
 */
public record StatementWindow(Instant from, Instant before, Place after) {

  public StatementWindow {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(before, "before");
  }

  /** Where an entry stands in its account. */
  public record Place(Instant bookedAt, long seq) {
    public Place {
      Objects.requireNonNull(bookedAt, "bookedAt");
    }
  }
}
