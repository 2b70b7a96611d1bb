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

  /**
   * An endpoint for webhooks has changed.
   *
   * @param owner {@code organisation} or {@code client/} and its id
   * @param by the subject of who has changed it; {@code system:webhooks} for the platform
   */
  record WebhookEndpointChanged(UUID endpointId, String owner, Change change, String by)
      implements NotificationEvent {

    /** What has become of it. */
    public enum Change {
      REGISTERED,
      UPDATED,
      SECRET_ROTATED,
      DISABLED_GONE,
      DISABLED_FAILING,
      DELETED
    }

    @Override
    public String type() {
      return "notification.webhook-endpoint-changed.v1";
    }
  }
}
