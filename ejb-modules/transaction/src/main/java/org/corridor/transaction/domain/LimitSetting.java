package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A limit as the organisation has set it, and how often: {@code 0} for one that came with the
 * platform. It is changed as a whole, and never taken away, so that what was once movable is not
 * forgotten but lowered.
 *
 * @param version the number of its changes
 */
public record LimitSetting(Limit limit, long version) {

  public LimitSetting {
    Objects.requireNonNull(limit, "limit");
  }

  /** What the change is: the setting as it will be, and the event that tells of it. */
  public record Change(LimitSetting after, LimitChanged event) {}

  /**
   * Sets a limit in the place of the one before.
   *
   * @param before empty if this kind, audience and currency had none
   * @throws IllegalArgumentException if the limit contradicts itself, or is another's
   */
  public static Change replace(Optional<LimitSetting> before, Limit wanted, String by, Instant at) {
    if (!wanted.contradictions().isEmpty()) {
      throw new IllegalArgumentException("contradicts itself: " + wanted.contradictions());
    }
    var old = before.map(LimitSetting::limit).orElse(null);
    if (old != null && !old.isOfTheSameAs(wanted)) {
      throw new IllegalArgumentException("not the limit that it replaces");
    }
    var version = before.map(LimitSetting::version).orElse(0L) + 1;
    var event =
        new LimitChanged(
            wanted.kind(),
            wanted.audience(),
            wanted.currency(),
            old == null ? null : LimitChanged.Amounts.of(old),
            LimitChanged.Amounts.of(wanted),
            by,
            at);
    return new Change(new LimitSetting(wanted, version), event);
  }
}
