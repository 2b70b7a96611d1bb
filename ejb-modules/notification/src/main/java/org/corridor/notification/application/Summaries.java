package org.corridor.notification.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.corridor.kernel.Money;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.SummaryKey;

/** Which notices are told as one, and when the next ones are. Everything within a unit of work. */
public interface Summaries {

  /** Those of which nothing is told before a later instant, with that. */
  Map<SummaryKey, Instant> paused(Collection<SummaryKey> keys, Instant now);

  /**
   * Begins a summary, after which the next one waits.
   *
   * @return false if another replica has begun one
   */
  boolean begin(SummaryKey key, Instant now, Instant next);

  /** None of those that wait to be told is told before. */
  void postpone(SummaryKey key, Instant until);

  /**
   * Takes all that wait to be told into one of them, which must be held.
   *
   * @return what was taken into it, itself not counted
   */
  Taken takeInto(Notice summary, SummaryKey key);

  /** Keeps what a summary tells, and when the last of it happened. */
  void keep(Notice summary);

  /**
   * What was taken into a summary.
   *
   * @param total null if nothing was
   * @param last when the last of it happened; null if nothing was
   */
  record Taken(int count, Money total, Instant last) {}
}
