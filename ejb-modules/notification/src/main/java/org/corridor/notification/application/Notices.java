package org.corridor.notification.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Notice;

/** Notices that were received, until they are addressed. Everything within a unit of work. */
public interface Notices {

  /** Adds notices; one of the same event, type and addressee again has no effect. */
  void addAll(List<Notice> notices, Instant at);

  /**
   * Takes notices that are due, for this replica alone as long as the lease is; what is not done
   * then is taken again.
   */
  List<Notice> claim(Instant now, Duration lease, int most);

  /**
   * Locks a notice that was claimed.
   *
   * @return false if another replica has claimed it since, or has done it
   */
  boolean hold(Notice notice);

  /** Ends it, with what was found out beside. */
  void addressed(Notice notice, Facts facts);

  void postpone(Notice notice, Instant until, String reason);

  void giveUp(Notice notice, String reason);
}
