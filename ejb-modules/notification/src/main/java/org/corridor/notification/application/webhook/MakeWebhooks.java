package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.webhook.WebhookMessages.Outgoing;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.PublicEvent;
import org.corridor.notification.domain.webhook.WebhookMessage;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;

/** Makes a message for each endpoint that wants an event, within the unit of work of its caller. */
@ApplicationScoped
public class MakeWebhooks {

  private final Endpoints endpoints;
  private final WebhookMessages messages;
  private final Clock clock;

  @Inject
  public MakeWebhooks(
      Endpoints endpoints, WebhookMessages messages, @NotificationClock Clock clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected MakeWebhooks() {
    this(null, null, null);
  }

  /**
   * An event as one owner may know of it.
   *
   * @param eventId of the event behind it: an endpoint is told of each once
   */
  public record Offer(EndpointOwner owner, UUID eventId, String correlationId, PublicEvent event) {}

  /** Those of the owners that are called at all. */
  List<Endpoint> enabledOf(List<Offer> offers) {
    return offers.isEmpty()
        ? List.of()
        : endpoints.enabledOf(offers.stream().map(Offer::owner).distinct().toList());
  }

  /** Tells the endpoints, each of its owner's events that it wants. */
  public void make(List<Offer> offers) {
    make(offers, enabledOf(offers));
  }

  void make(List<Offer> offers, List<Endpoint> enabled) {
    var made =
        offers.stream()
            .flatMap(
                offer ->
                    enabled.stream()
                        .filter(endpoint -> endpoint.owner().equals(offer.owner()))
                        .filter(endpoint -> endpoint.events().match(offer.event().type()))
                        .map(endpoint -> outgoing(endpoint, offer)))
            .toList();
    if (!made.isEmpty()) {
      messages.addAll(made);
    }
  }

  Outgoing outgoing(Endpoint endpoint, Offer offer) {
    return new Outgoing(
        WebhookMessage.pending(
            Ids.next(), endpoint.id(), offer.eventId(), offer.event(), clock.instant()),
        Json.write(offer.event()),
        offer.correlationId());
  }
}
