package org.corridor.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in the app.
 *
 * @param number among those of its recipient, from 1, in the order in which they came about
 * @param readAt null if it was not read yet
 */
public record Message(
    UUID id,
    Recipient recipient,
    long number,
    NoticeType type,
    String title,
    String text,
    Instant createdAt,
    Instant readAt) {}
