package org.corridor.notification.api.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.domain.webhook.Endpoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint, with its secret only when that is made. */
@Schema(name = "WebhookEndpoint")
public record WebhookEndpointView(
    UUID id,
    @Schema(description = "Whose it is; absent if it is the organisation's.") UUID clientId,
    String url,
    List<String> events,
    String description,
    boolean enabled,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"gone", "failing"},
            description =
                "Why the platform has disabled it: it has answered 410, or has failed for days.")
        String disabledReason,
    @Schema(description = "The first failure since calls have arrived last; absent while they do.")
        Instant failingSince,
    @Schema(description = "How long the secret before the last rotation signs too.")
        Instant previousSecretUntil,
    @Schema(
            description = "In the answer that makes it, and never again.",
            example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,
    Instant createdAt,
    Instant changedAt) {

  static WebhookEndpointView of(Endpoint endpoint) {
    return new WebhookEndpointView(
        endpoint.id(),
        endpoint.owner().clientId().orElse(null),
        endpoint.url(),
        endpoint.events().patterns(),
        endpoint.description(),
        endpoint.enabled(),
        endpoint.disabledReason(),
        endpoint.failingSince(),
        endpoint.previousSecretUntil(),
        null,
        endpoint.createdAt(),
        endpoint.changedAt());
  }

  WebhookEndpointView withSecret(String made) {
    return new WebhookEndpointView(
        id,
        clientId,
        url,
        events,
        description,
        enabled,
        disabledReason,
        failingSince,
        previousSecretUntil,
        made,
        createdAt,
        changedAt);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebhookEndpointView[" + id + "]";
  }
}
