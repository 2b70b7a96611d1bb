package org.corridor.notification.api.webhook;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.corridor.notification.application.NotificationAccess;
import org.corridor.notification.application.webhook.AddressGuard.Verdict;
import org.corridor.notification.application.webhook.EndpointOutcome;
import org.corridor.notification.application.webhook.EndpointOutcome.Deleted;
import org.corridor.notification.application.webhook.EndpointOutcome.Done;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.EndpointOutcome.NotOffered;
import org.corridor.notification.application.webhook.EndpointOutcome.Stale;
import org.corridor.notification.application.webhook.EndpointOutcome.TooMany;
import org.corridor.notification.application.webhook.ReplayOutcome;
import org.corridor.notification.application.webhook.ReplayOutcome.Disabled;
import org.corridor.notification.application.webhook.ReplayOutcome.Replayed;
import org.corridor.notification.application.webhook.ReplayOutcome.Sent;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;

/** How callers and outcomes look from both sides of the door. */
final class WebhookAnswers {

  private static final String ENDPOINT = "webhook endpoint";

  private WebhookAnswers() {}

  /**
   * @throws org.corridor.web.problem.ProblemException if the caller can have no endpoints
   */
  static EndpointOwner owner(SecurityContext security) {
    return NotificationAccess.endpointOwner(Callers.of(security))
        .orElseThrow(
            () ->
                Problem.forbidden(
                        "The organisation's webhooks tell of all branches; you are bound to one.")
                    .toException());
  }

  /**
   * @throws org.corridor.web.problem.ProblemException if the address must not be called
   */
  static void require(Verdict verdict) {
    if (verdict instanceof Verdict.Malformed malformed) {
      throw Problem.malformed("/url", malformed.detail()).toException();
    }
    if (verdict instanceof Verdict.Refused refused) {
      throw Problem.refused("webhook-url-refused", refused.detail()).toException();
    }
  }

  static Response of(EndpointOutcome outcome) {
    if (outcome instanceof Done done) {
      return found(done.endpoint());
    }
    if (outcome instanceof DoneWithSecret made) {
      return Response.ok(WebhookEndpointView.of(made.endpoint()).withSecret(made.secret()))
          .tag(ETags.of(made.endpoint().version()))
          .build();
    }
    return outcome instanceof Deleted
        ? Response.noContent().build()
        : problem(outcome).toResponse();
  }

  static Response found(Endpoint endpoint) {
    return Response.ok(WebhookEndpointView.of(endpoint)).tag(ETags.of(endpoint.version())).build();
  }

  static Problem problem(EndpointOutcome outcome) {
    if (outcome instanceof Stale) {
      return ETags.stale();
    }
    if (outcome instanceof TooMany tooMany) {
      return Problem.refused(
          "too-many-webhook-endpoints", "There are " + tooMany.most() + " endpoints already.");
    }
    return outcome instanceof NotOffered ? notOffered() : Problem.notFound(ENDPOINT);
  }

  /** 202: it is sent after this is answered. */
  static Response of(ReplayOutcome outcome) {
    if (outcome instanceof Sent sent) {
      return Response.accepted(WebhookDeliveryView.of(sent.message())).build();
    }
    if (outcome instanceof Replayed replayed) {
      return Response.accepted(new ReplaysView(replayed.count())).build();
    }
    if (outcome instanceof Disabled) {
      return Problem.refused(
              "webhook-endpoint-disabled",
              "Nothing is sent to an endpoint that is disabled: enable it first.")
          .toResponse();
    }
    return outcome instanceof ReplayOutcome.NotFound missing
        ? Problem.notFound(missing.what()).toResponse()
        : notOffered().toResponse();
  }

  static Response noEndpoint() {
    return Problem.notFound(ENDPOINT).toResponse();
  }

  private static Problem notOffered() {
    return Problem.refused(
        "webhooks-not-offered",
        "There are no webhooks here: this server has no key to keep secrets with.");
  }
}
