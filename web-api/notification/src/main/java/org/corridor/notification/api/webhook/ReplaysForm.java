package org.corridor.notification.api.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on what has failed is sent again. */
@Schema(name = "WebhookReplaysForm")
public record ReplaysForm(
    @NotNull(message = "is required")
        @Schema(
            example = "2026-11-02T12:00:00Z",
            description = "Deliveries that were made since then.")
        Instant since) {}
