package org.corridor.notification.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.Recipient;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery, without what it says and without the address. */
@Schema(name = "Delivery")
public record DeliveryView(
    UUID id,
    @Schema(description = "Of a client; absent for staff.") UUID clientId,
    @Schema(description = "Of staff; absent for a client.") UUID userId,
    @Schema(type = SchemaType.STRING, example = "MONEY_RECEIVED") NoticeType type,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"EMAIL", "SMS", "PUSH", "IN_APP"})
        Channel channel,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"PENDING", "SENT", "FAILED", "SUPPRESSED"})
        Delivery.Status status,
    int attempts,
    Instant createdAt,
    @Schema(description = "When it is tried next, while it is PENDING.") Instant dueAt,
    @Schema(description = "Absent while it is PENDING.") Instant endedAt,
    @Schema(
            description = "Why it has not been sent, of the last attempt; a code.",
            example = "smtp-unreachable")
        String reason) {

  static DeliveryView of(Delivery delivery) {
    var isClient = delivery.recipient().kind() == Recipient.Kind.CLIENT;
    return new DeliveryView(
        delivery.id(),
        isClient ? delivery.recipient().id() : null,
        isClient ? null : delivery.recipient().id(),
        delivery.type(),
        delivery.channel(),
        delivery.status(),
        delivery.attempts(),
        delivery.createdAt(),
        delivery.isPending() ? delivery.dueAt() : null,
        delivery.endedAt(),
        delivery.reason());
  }
}
