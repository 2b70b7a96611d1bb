package org.corridor.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A notice on its way through one channel: {@code PENDING -> SENT | FAILED | SUPPRESSED}; all but
 * the first are the end. While it is pending it is tried again, each time after a longer pause, for
 * a day from when it was first due.
 *
 * @param target which of the recipient's devices, for push; else null
 * @param attempts at sending it, the current one included
 * @param dueAt when it may be tried next
 * @param giveUpAt no attempt is made from then on
 * @param endedAt null while it is pending
 * @param reason why it has not been sent, of the last attempt; null if it was
 */
public record Delivery(
    UUID id,
    UUID noticeId,
    Recipient recipient,
    NoticeType type,
    Channel channel,
    UUID target,
    Status status,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    Instant giveUpAt,
    Instant endedAt,
    String reason) {

  /** How far it has come. */
  public enum Status {
    PENDING,
    SENT,
    FAILED,
    SUPPRESSED
  }

  private static final Duration PATIENCE = Duration.ofDays(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
  private static final double LEAST = 0.8;
  private static final double SPREAD = 0.4;

  public Delivery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(noticeId, "noticeId");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(status, "status");
    if ((status == Status.PENDING) != (endedAt == null)) {
      throw new IllegalArgumentException("a delivery that is " + status + ", ended at " + endedAt);
    }
  }

  /** To be sent when it is due. */
  public static Delivery pending(
      UUID id, Notice notice, Recipient to, Channel channel, UUID target, Due due) {
    return new Delivery(
        id,
        notice.id(),
        to,
        notice.type(),
        channel,
        target,
        Status.PENDING,
        0,
        due.now(),
        due.at(),
        due.at().plus(PATIENCE),
        null,
        null);
  }

  /** When it is made, and when it may be sent. */
  public record Due(Instant now, Instant at) {}

  public Delivery sent(Instant at) {
    return ended(Status.SENT, null, at);
  }

  /** There is no way to send it, or no need: it never will be. */
  public Delivery suppressed(String why, Instant at) {
    return ended(Status.SUPPRESSED, why, at);
  }

  /** Refused in a way that another attempt will not change. */
  public Delivery refused(String why, Instant at) {
    return ended(Status.FAILED, why, at);
  }

  /**
   * An attempt has failed; another may do better, unless the patience is at its end.
   *
   * @param chance from 0 to 1, which spreads the attempts of many
   */
  public Delivery failed(String why, Instant at, double chance) {
    var next = at.plus(pause(attempts, chance));
    return next.isBefore(giveUpAt) ? due(next, why) : ended(Status.FAILED, why, at);
  }

  /** It must not be sent now; if it could only be after the patience is at its end, never. */
  public Delivery waiting(String why, Instant until, Instant at) {
    return until.isBefore(giveUpAt) ? due(until, why) : ended(Status.FAILED, why, at);
  }

  public boolean isPending() {
    return status == Status.PENDING;
  }

  static Duration pause(int attempts, double chance) {
    var doublings = Math.min(Math.max(attempts - 1, 0), Long.SIZE / 4);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    var capped = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return Duration.ofMillis(Math.round(capped.toMillis() * (LEAST + SPREAD * chance)));
  }

  private Delivery due(Instant next, String why) {
    return new Delivery(
        id, noticeId, recipient, type, channel, target, status, attempts, createdAt, next, giveUpAt,
        null, why);
  }

  private Delivery ended(Status as, String why, Instant at) {
    if (!isPending()) {
      throw new IllegalStateException("the delivery " + id + " has ended: " + status);
    }
    return new Delivery(
        id, noticeId, recipient, type, channel, target, as, attempts, createdAt, dueAt, giveUpAt,
        at, why);
  }
}
