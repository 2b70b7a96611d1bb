package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.notification.application.MakeDeliveries.Addressed;
import org.corridor.notification.application.Messages.NewMessage;
import org.corridor.notification.application.Wording.Telling;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.notification.domain.Facts;
import org.corridor.platform.id.Ids;

/** Puts a notice into the app: that is its delivery. */
@ApplicationScoped
public class AddMessage {

  private final Messages messages;
  private final Deliveries deliveries;
  private final Wording wording;
  private final DeliveryCounts counts;

  @Inject
  public AddMessage(
      Messages messages, Deliveries deliveries, Wording wording, DeliveryCounts counts) {
    this.messages = messages;
    this.deliveries = deliveries;
    this.wording = wording;
    this.counts = counts;
  }

  /** For the container's proxy. */
  protected AddMessage() {
    this(null, null, null, null);
  }

  void add(Addressed addressed, Facts facts) {
    var notice = addressed.notice();
    var words =
        wording.words(
            new Telling(
                notice.type(),
                addressed.chosen().told(facts, Channel.IN_APP),
                notice.occurredAt(),
                addressed.language(),
                addressed.chosen().zone()));
    messages.add(
        new NewMessage(
            Ids.next(), addressed.recipient(), notice.type(), words.subject(), words.brief()),
        addressed.now());
    var delivery =
        Delivery.pending(
                Ids.next(),
                notice,
                addressed.recipient(),
                Channel.IN_APP,
                null,
                addressed.due(Channel.IN_APP))
            .sent(addressed.now());
    deliveries.add(delivery, addressed.language());
    counts.count(Channel.IN_APP, "sent");
  }
}
