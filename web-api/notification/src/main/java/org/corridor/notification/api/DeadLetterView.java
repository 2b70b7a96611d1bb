package org.corridor.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.platform.events.DeadLetter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that could not be taken. */
@Schema(name = "DeadLetter")
public record DeadLetterView(
    @Schema(description = "The event's; of its text, if it cannot be read.") UUID id,
    @Schema(description = "Missing if it cannot be read.", example = "transaction.paid.v1")
        String type,
    @Schema(description = "The stream that it belongs to; missing if it cannot be read.")
        String subject,
    @Schema(description = "What the last attempt failed with.") String reason,
    @Schema(description = "How often it was put aside.") int failures,
    Instant firstFailedAt,
    Instant lastFailedAt,
    @Schema(description = "The event as it came, as a text; only where one letter is read.")
        String body) {

  /** As it stands in a list. */
  static DeadLetterView inList(DeadLetter letter) {
    return of(letter, null);
  }

  static DeadLetterView whole(DeadLetter letter) {
    return of(letter, letter.body());
  }

  private static DeadLetterView of(DeadLetter letter, String body) {
    return new DeadLetterView(
        letter.id(),
        letter.type(),
        letter.subject(),
        letter.reason(),
        letter.failures(),
        letter.firstFailedAt(),
        letter.lastFailedAt(),
        body);
  }

  /** How a page looks, for the description of the interface. */
  @Schema(name = "DeadLetterPage")
  public record LetterPage(List<DeadLetterView> items, String next) {}
}
