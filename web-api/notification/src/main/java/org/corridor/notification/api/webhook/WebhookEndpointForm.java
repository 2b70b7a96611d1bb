package org.corridor.notification.api.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.corridor.notification.domain.webhook.Endpoint.Chosen;
import org.corridor.notification.domain.webhook.EventPatterns;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where calls go, and what about. */
@Schema(name = "WebhookEndpointForm")
public record WebhookEndpointForm(
    @NotNull(message = "is required")
        @Schema(
            example = "https://hooks.example.com/corridor",
            description = "HTTPS, and a host whose addresses are all public.")
        String url,
    @NotNull(message = "is required")
        @Size(min = 1, max = 50, message = "must have {min} to {max} patterns")
        @Schema(
            example = "[\"transaction.*\"]",
            description =
                "Exact types of events, prefixes such as transaction.*, or * for all. Offered are"
                    + " transaction.paid, transaction.declined, transaction.rejected,"
                    + " transaction.expired, transaction.approval-requested,"
                    + " transaction.outcome-unknown, account.frozen, account.unfrozen,"
                    + " account.closed, client.kyc-approved, client.kyc-rejected and"
                    + " client.kyc-expired.")
        List<String> events,
    @Size(max = 200, message = "must not be longer than {max} characters")
        @Schema(description = "Your own words.")
        String description,
    @Schema(description = "Whether it is called; it is unless this says false.") Boolean enabled) {

  /**
   * @throws org.corridor.web.problem.ProblemException if a pattern matches nothing
   */
  Chosen toChosen() {
    for (var i = 0; i < events.size(); i++) {
      var pattern = events.get(i);
      if (pattern == null || !EventPatterns.isPattern(pattern)) {
        throw Problem.malformed("/events/" + i, "matches no event that is offered").toException();
      }
    }
    return new Chosen(url, new EventPatterns(events), description, !Boolean.FALSE.equals(enabled));
  }
}
