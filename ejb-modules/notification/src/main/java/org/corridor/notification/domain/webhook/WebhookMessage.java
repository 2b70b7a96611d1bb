package org.corridor.notification.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event on its way to one endpoint: {@code PENDING -> DELIVERED | FAILED}, and again {@code
 * PENDING} when its owner has it replayed. Its id is the {@code webhook-id}, the same each time, by
 * which the receiver knows what it has had before.
 *
 * @param attempts ever made, the current one included
 * @param tries of the schedule, which a replay begins anew
 * @param dueAt when it may be tried next
 * @param endedAt null while it is pending
 * @param reason why it has not arrived, of the last attempt; null if it has
 */
public record WebhookMessage(
    UUID id,
    UUID endpointId,
    UUID eventId,
    String type,
    Status status,
    int attempts,
    int tries,
    Instant occurredAt,
    Instant createdAt,
    Instant dueAt,
    Instant endedAt,
    String reason) {

  /** How far it has come. */
  public enum Status {
    PENDING,
    DELIVERED,
    FAILED
  }

  /** Longer than this nobody is left alone, whatever is asked for. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

  public WebhookMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(endpointId, "endpointId");
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    if ((status == Status.PENDING) != (endedAt == null)) {
      throw new IllegalArgumentException("a message that is " + status + ", ended at " + endedAt);
    }
  }

  /** To be sent at once. */
  public static WebhookMessage pending(
      UUID id, UUID endpointId, UUID eventId, PublicEvent event, Instant now) {
    return new WebhookMessage(
        id,
        endpointId,
        eventId,
        event.type(),
        Status.PENDING,
        0,
        0,
        event.timestamp(),
        now,
        now,
        null,
        null);
  }

  public boolean isPending() {
    return status == Status.PENDING;
  }

  /**
   * What an attempt makes of it.
   *
   * @param chance from 0 to 1, which spreads the attempts of many
   */
  public WebhookMessage after(
      CallResult result, RetrySchedule schedule, Instant now, double chance) {
    if (!isPending()) {
      throw new IllegalStateException("the message " + id + " has ended: " + status);
    }
    if (result instanceof CallResult.Answered answer) {
      if (answer.hasTakenIt()) {
        return ended(Status.DELIVERED, null, now);
      }
      if (answer.isGone()) {
        return ended(Status.FAILED, result.reason(), now);
      }
    }
    return schedule
        .pauseAfter(tries, chance)
        .map(pause -> due(now.plus(longer(pause, asked(result))), result.reason()))
        .orElseGet(() -> ended(Status.FAILED, result.reason(), now));
  }

  private static Duration asked(CallResult result) {
    return result instanceof CallResult.Answered answer && answer.retryAfter() != null
        ? answer.retryAfter()
        : Duration.ZERO;
  }

  private static Duration longer(Duration pause, Duration asked) {
    var bounded = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    return bounded.compareTo(pause) > 0 ? bounded : pause;
  }

  private WebhookMessage due(Instant next, String why) {
    return new WebhookMessage(
        id,
        endpointId,
        eventId,
        type,
        status,
        attempts,
        tries,
        occurredAt,
        createdAt,
        next,
        null,
        why);
  }

  private WebhookMessage ended(Status as, String why, Instant at) {
    return new WebhookMessage(
        id, endpointId, eventId, type, as, attempts, tries, occurredAt, createdAt, dueAt, at, why);
  }
}
