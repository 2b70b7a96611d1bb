package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.corridor.notification.application.EventLog;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged.Change;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.platform.events.Trail;

/** Endpoints, and the event that tells of each version of one. Within a unit of work. */
@ApplicationScoped
public class EndpointBook {

  private final Endpoints endpoints;
  private final EventLog events;

  @Inject
  public EndpointBook(Endpoints endpoints, EventLog events) {
    this.endpoints = endpoints;
    this.events = events;
  }

  /** For the container's proxy. */
  protected EndpointBook() {
    this(null, null);
  }

  /**
   * Who changes what.
   *
   * @param by a subject
   */
  public record Entry(Change change, String by, Instant at, Trail trail) {}

  Endpoints endpoints() {
    return endpoints;
  }

  /** Of the version that the endpoint has now. */
  void tell(Endpoint endpoint, Entry entry) {
    tell(endpoint, endpoint.version(), entry);
  }

  void tell(Endpoint endpoint, long version, Entry entry) {
    events.append(
        "webhook-endpoint/" + endpoint.id(),
        version - 1,
        new WebhookEndpointChanged(
            endpoint.id(), endpoint.owner().toString(), entry.change(), entry.by()),
        entry.at(),
        entry.trail());
  }
}
