package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.corridor.notification.application.EventInbox;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.webhook.MakeWebhooks.Offer;
import org.corridor.platform.events.ReceivedEvent;

/**
 * Takes events of others and writes down which endpoints are to be told, in one transaction with
 * the inbox. Where nobody listens, an event costs one query.
 */
@ApplicationScoped
public class RecordWebhooks {

  private static final String CONSUMER = "notification-webhooks";

  private final UnitOfWork units;
  private final EventInbox inbox;
  private final MakeWebhooks webhooks;

  @Inject
  public RecordWebhooks(UnitOfWork units, EventInbox inbox, MakeWebhooks webhooks) {
    this.units = units;
    this.inbox = inbox;
    this.webhooks = webhooks;
  }

  /** For the container's proxy. */
  protected RecordWebhooks() {
    this(null, null, null);
  }

  /**
   * @param offers of one event: to whom, and as what
   */
  public void take(List<ReceivedEvent> events, Function<ReceivedEvent, List<Offer>> offers) {
    var offered = events.stream().flatMap(event -> offers.apply(event).stream()).toList();
    units.run(
        () -> {
          var enabled = webhooks.enabledOf(offered);
          if (enabled.isEmpty()) {
            // the inbox would remember what has no effect: one that comes again has none either
            return;
          }
          var fresh = inbox.take(CONSUMER, events.stream().map(ReceivedEvent::id).toList());
          webhooks.make(
              offered.stream().filter(offer -> fresh.contains(offer.eventId())).toList(), enabled);
        });
  }
}
