package org.corridor.notification.api.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many are sent again. */
@Schema(name = "WebhookReplays")
public record ReplaysView(
    @Schema(description = "10,000 at most; ask again for the others.") int replayed) {}
