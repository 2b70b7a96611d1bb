package org.corridor.notification.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * When the recipient does not want to be disturbed, every day, on the clock of its time zone; over
 * midnight if they begin later than they end.
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours must not end when they begin");
    }
  }

  /** The moment itself if it is not in quiet hours; else when they end. */
  public Instant endIfQuiet(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    if (!contains(local.toLocalTime())) {
      return at;
    }
    var endsTomorrow = from.isAfter(to) && !local.toLocalTime().isBefore(from);
    var day = local.toLocalDate();
    return momentAfter(at, LocalDateTime.of(endsTomorrow ? day.plusDays(1) : day, to), zone);
  }

  private boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }

  /** A time that the clocks skip is when they skip it; of one that comes twice, the next. */
  private static Instant momentAfter(Instant at, LocalDateTime end, ZoneId zone) {
    var transition = zone.getRules().getTransition(end);
    if (transition != null && transition.isGap()) {
      return transition.getInstant();
    }
    var first = end.atZone(zone);
    return first.toInstant().isAfter(at)
        ? first.toInstant()
        : first.withLaterOffsetAtOverlap().toInstant();
  }
}
