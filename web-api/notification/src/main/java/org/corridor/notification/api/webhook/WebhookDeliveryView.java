package org.corridor.notification.api.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.application.webhook.ReadEndpoints.Delivered;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an endpoint is told, and what has become of it. */
@Schema(name = "WebhookDelivery")
public record WebhookDeliveryView(
    @Schema(description = "The webhook-id of each of its calls.") UUID id,
    UUID endpointId,
    @Schema(example = "transaction.paid") String type,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"PENDING", "DELIVERED", "FAILED"})
        WebhookMessage.Status status,
    int attempts,
    Instant occurredAt,
    Instant createdAt,
    @Schema(description = "When it is tried next, while it is PENDING.") Instant dueAt,
    @Schema(description = "Absent while it is PENDING.") Instant endedAt,
    @Schema(
            description = "Why it has not arrived, of the last attempt; a code.",
            example = "http-500")
        String reason,
    @Schema(description = "Each call; absent in lists.") List<WebhookAttemptView> log) {

  static WebhookDeliveryView of(WebhookMessage message) {
    return of(message, null);
  }

  static WebhookDeliveryView of(Delivered delivered) {
    return of(
        delivered.message(), delivered.attempts().stream().map(WebhookAttemptView::of).toList());
  }

  private static WebhookDeliveryView of(WebhookMessage message, List<WebhookAttemptView> log) {
    return new WebhookDeliveryView(
        message.id(),
        message.endpointId(),
        message.type(),
        message.status(),
        message.attempts(),
        message.occurredAt(),
        message.createdAt(),
        message.isPending() ? message.dueAt() : null,
        message.endedAt(),
        message.reason(),
        log);
  }
}
