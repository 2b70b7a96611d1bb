package org.corridor.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a consumer could not take.
 *
 * @param id the event's; of its text, if it cannot even be read
 * @param type null if it cannot be read
 * @param subject the stream; null if it cannot be read
 * @param body as it arrived
 * @param reason what the last attempt failed with
 * @param failures how often it was put aside
 */
public record DeadLetter(
    UUID id,
    String type,
    String subject,
    String body,
    String reason,
    int failures,
    Instant firstFailedAt,
    Instant lastFailedAt) {}
