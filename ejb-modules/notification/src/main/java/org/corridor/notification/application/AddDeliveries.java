package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.corridor.notification.application.MakeDeliveries.Addressed;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Delivery;
import org.corridor.platform.id.Ids;

/** Makes the deliveries of a notice through a channel that leads out of the house. */
@ApplicationScoped
public class AddDeliveries {

  private final Deliveries deliveries;
  private final PushSubscriptions subscriptions;
  private final Channels channels;

  @Inject
  public AddDeliveries(Deliveries deliveries, PushSubscriptions subscriptions, Channels channels) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.channels = channels;
  }

  /** For the container's proxy. */
  protected AddDeliveries() {
    this(null, null, null);
  }

  /** Nothing, if the channel is not offered; for push one for each of the recipient's devices. */
  void add(Addressed addressed, Channel channel) {
    if (!channels.isOffered(channel)) {
      return;
    }
    if (channel == Channel.PUSH) {
      subscriptions
          .of(addressed.recipient())
          .forEach(device -> add(addressed, channel, device.id()));
    } else {
      add(addressed, channel, null);
    }
  }

  private void add(Addressed addressed, Channel channel, UUID target) {
    var delivery =
        Delivery.pending(
            Ids.next(),
            addressed.notice(),
            addressed.recipient(),
            channel,
            target,
            addressed.due(channel));
    deliveries.add(delivery, addressed.language());
  }
}
