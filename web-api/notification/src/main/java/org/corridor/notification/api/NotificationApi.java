package org.corridor.notification.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
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
            DeadLettersResource.class,
            DirectoryAway.class));
  }
}
