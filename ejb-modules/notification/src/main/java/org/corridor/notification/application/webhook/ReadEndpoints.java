package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.WebhookMessage;

/** Endpoints, and the log of what was sent to each. */
@ApplicationScoped
public class ReadEndpoints {

  private final UnitOfWork units;
  private final Endpoints endpoints;
  private final WebhookMessages messages;

  @Inject
  public ReadEndpoints(UnitOfWork units, Endpoints endpoints, WebhookMessages messages) {
    this.units = units;
    this.endpoints = endpoints;
    this.messages = messages;
  }

  /** For the container's proxy. */
  protected ReadEndpoints() {
    this(null, null, null);
  }

  /** A message with all of its attempts. */
  public record Delivered(WebhookMessage message, List<Attempt> attempts) {
    public Delivered {
      attempts = List.copyOf(attempts);
    }
  }

  public Optional<Endpoint> byId(EndpointOwner owner, UUID id) {
    return units.within(() -> endpoints.find(owner, id));
  }

  /** In the order in which they were registered, after the one with that id. */
  public List<Endpoint> list(EndpointOwner owner, UUID after, int limit) {
    return units.within(() -> endpoints.list(owner, after, limit));
  }

  /**
   * The newest first; empty if there is no such endpoint.
   *
   * @param status null for all
   * @param before the message that the page before ended with; null to begin
   */
  public Optional<List<WebhookMessage>> deliveries(
      EndpointOwner owner, UUID endpointId, WebhookMessage.Status status, UUID before, int limit) {
    return units.within(
        () ->
            endpoints
                .find(owner, endpointId)
                .map(known -> messages.list(known.id(), status, before, limit)));
  }

  public Optional<Delivered> delivery(EndpointOwner owner, UUID endpointId, UUID id) {
    return units.within(
        () ->
            endpoints
                .find(owner, endpointId)
                .flatMap(known -> messages.find(known.id(), id))
                .map(message -> new Delivered(message, messages.attempts(message.id()))));
  }
}
