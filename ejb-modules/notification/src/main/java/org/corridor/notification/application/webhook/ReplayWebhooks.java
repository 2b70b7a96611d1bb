package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.webhook.MakeWebhooks.Offer;
import org.corridor.notification.application.webhook.ReplayOutcome.Disabled;
import org.corridor.notification.application.webhook.ReplayOutcome.NotFound;
import org.corridor.notification.application.webhook.ReplayOutcome.NotOffered;
import org.corridor.notification.application.webhook.ReplayOutcome.Replayed;
import org.corridor.notification.application.webhook.ReplayOutcome.Sent;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.EventPatterns;
import org.corridor.notification.domain.webhook.PublicEvent;
import org.corridor.platform.id.Ids;

/** Sends again what was sent before, or a test, within the unit of work of its caller. */
@ApplicationScoped
public class ReplayWebhooks {

  /** At once; who asks again has the next ones sent. */
  public static final int MOST = 10_000;

  private final Endpoints endpoints;
  private final WebhookMessages messages;
  private final MakeWebhooks making;
  private final SecretVault vault;
  private final Clock clock;

  @Inject
  public ReplayWebhooks(
      Endpoints endpoints,
      WebhookMessages messages,
      MakeWebhooks making,
      SecretVault vault,
      @NotificationClock Clock clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.making = making;
    this.vault = vault;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ReplayWebhooks() {
    this(null, null, null, null, null);
  }

  /** Sends one again, under the same id; one that waits is due now. */
  public ReplayOutcome replay(EndpointOwner owner, UUID endpointId, UUID messageId) {
    return with(
        owner,
        endpointId,
        endpoint ->
            messages
                .find(endpoint.id(), messageId)
                .<ReplayOutcome>map(
                    known -> {
                      messages.replay(known.id(), clock.instant());
                      return new Sent(messages.find(endpoint.id(), messageId).orElseThrow());
                    })
                .orElseGet(() -> new NotFound("delivery")));
  }

  /** Sends again what has failed, of what was made since. */
  public ReplayOutcome replayFailed(EndpointOwner owner, UUID endpointId, Instant since) {
    return with(
        owner,
        endpointId,
        endpoint ->
            new Replayed(messages.replayFailed(endpoint.id(), since, clock.instant(), MOST)));
  }

  /** Sends an event that tells nothing, whatever the endpoint wants to be told. */
  public ReplayOutcome test(EndpointOwner owner, UUID endpointId, String correlationId) {
    return with(
        owner,
        endpointId,
        endpoint -> {
          var event =
              new PublicEvent(
                  EventPatterns.TEST,
                  clock.instant(),
                  Map.of("endpointId", endpoint.id().toString()));
          var outgoing =
              making.outgoing(endpoint, new Offer(owner, Ids.next(), correlationId, event));
          messages.addAll(List.of(outgoing));
          return new Sent(outgoing.message());
        });
  }

  private ReplayOutcome with(
      EndpointOwner owner, UUID id, Function<Endpoint, ReplayOutcome> sending) {
    if (!vault.isOpen()) {
      return new NotOffered();
    }
    return endpoints
        .find(owner, id)
        .map(endpoint -> endpoint.enabled() ? sending.apply(endpoint) : new Disabled())
        .orElseGet(() -> new NotFound("webhook endpoint"));
  }
}
