package org.corridor.notification.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.notification.api.webhook.WebhookDeliveriesResource;
import org.corridor.notification.api.webhook.WebhookEndpointsResource;
import org.corridor.web.CorridorApplication;

/** The notification context over HTTP: {@code /api/notification/v1}. */
@ApplicationPath("/v1")
public class NotificationApi extends CorridorApplication {

  public NotificationApi() {
    super(
        NotificationSecurity.class,
        Set.of(
            ChannelsResource.class,
            PreferencesResource.class,
            MessagesResource.class,
            MessageStreamResource.class,
            DeliveriesResource.class,
            PushSubscriptionsResource.class,
            WebhookEndpointsResource.class,
            WebhookDeliveriesResource.class,
            DeadLettersResource.class,
            DirectoryAway.class));
  }
}
