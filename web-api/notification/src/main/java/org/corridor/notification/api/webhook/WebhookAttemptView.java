package org.corridor.notification.api.webhook;

import java.time.Instant;
import org.corridor.notification.domain.webhook.Attempt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One call. */
@Schema(name = "WebhookAttempt")
public record WebhookAttemptView(
    int number,
    Instant at,
    long milliseconds,
    @Schema(description = "Of HTTP; absent if there was no answer.", example = "200")
        Integer status,
    @Schema(description = "Why it has not arrived; a code.", example = "timeout") String reason,
    @Schema(description = "How the answer begins.") String excerpt) {

  static WebhookAttemptView of(Attempt attempt) {
    return new WebhookAttemptView(
        attempt.number(),
        attempt.at(),
        attempt.duration().toMillis(),
        attempt.status(),
        attempt.reason(),
        attempt.excerpt());
  }
}
