package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.notification.application.FindRecipient.Found;
import org.corridor.notification.application.webhook.TellEndpoints;
import org.corridor.notification.domain.Notice;

/** Tells people through their channels, and their systems by webhooks. */
@ApplicationScoped
public class TellRecipient {

  private final MakeDeliveries deliveries;
  private final TellEndpoints endpoints;

  @Inject
  public TellRecipient(MakeDeliveries deliveries, TellEndpoints endpoints) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
  }

  /** For the container's proxy. */
  protected TellRecipient() {
    this(null, null);
  }

  /** Within the unit of work of its caller. */
  void tell(Notice notice, Found found) {
    deliveries.make(notice, found);
    endpoints.tell(notice, found.recipient());
  }
}
