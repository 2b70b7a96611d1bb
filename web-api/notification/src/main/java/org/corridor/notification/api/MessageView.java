package org.corridor.notification.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.notification.domain.Category;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.NoticeType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message in the app. */
@Schema(name = "Message")
public record MessageView(
    UUID id,
    @Schema(type = SchemaType.STRING, example = "MONEY_RECEIVED") NoticeType type,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"SECURITY", "PAYMENTS", "ACCOUNTS", "IDENTITY"})
        Category category,
    @Schema(example = "Money received") String title,
    @Schema(example = "€12.50 has arrived in your account ending in 0042.") String text,
    Instant createdAt,
    @Schema(description = "Absent until it was read.") Instant readAt) {

  static MessageView of(Message message) {
    return new MessageView(
        message.id(),
        message.type(),
        message.type().category(),
        message.title(),
        message.text(),
        message.createdAt(),
        message.readAt());
  }
}
