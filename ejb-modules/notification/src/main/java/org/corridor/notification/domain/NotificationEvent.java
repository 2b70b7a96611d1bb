package org.corridor.notification.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** What this context tells the others. */
public sealed interface NotificationEvent extends DomainEvent {

  /**
   * Somebody wants to be told in another way.
   *
   * @param recipientKind {@code CLIENT} or {@code USER}
   * @param by the subject of who has set it
   */
  record PreferencesChanged(Recipient.Kind recipientKind, UUID recipientId, String by)
      implements NotificationEvent {
    @Override
    public String type() {
      return "notification.preferences-changed.v1";
    }
  }

  /** Somebody could not be told, through this channel, and no more attempt is made. */
  record DeliveryFailed(
      UUID deliveryId,
      Recipient.Kind recipientKind,
      UUID recipientId,
      NoticeType notice,
      Channel channel,
      String reason)
      implements NotificationEvent {
    @Override
    public String type() {
      return "notification.delivery-failed.v1";
    }
  }
}
