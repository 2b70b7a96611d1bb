package org.corridor.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * That somebody is to be told of an event: {@code RECEIVED -> ADDRESSED | SUMMED | GIVEN_UP}.
 * Received with the event; addressed once it is known who that is, when there are a message in the
 * app and a {@link Delivery} for each other channel.
 *
 * @param eventId of the event
 * @param occurredAt when the event happened
 * @param attempts at addressing it, the current one included
 */
public record Notice(
    UUID id,
    UUID eventId,
    NoticeType type,
    Addressee addressee,
    Facts facts,
    Instant occurredAt,
    String correlationId,
    int attempts) {

  /** Longer than any other context should be away. */
  public static final Duration PATIENCE = Duration.ofDays(1);

  public Notice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(occurredAt, "occurredAt");
    Objects.requireNonNull(correlationId, "correlationId");
  }

  /**
   * The one that tells of several.
   *
   * @param last when the last of the others happened
   */
  public Notice summing(Facts all, Instant last) {
    var at = last.isAfter(occurredAt) ? last : occurredAt;
    return new Notice(id, eventId, type, addressee, all, at, correlationId, attempts);
  }
}
