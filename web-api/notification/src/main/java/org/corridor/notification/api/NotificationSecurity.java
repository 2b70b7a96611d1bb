package org.corridor.notification.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the notification context. */
@Priority(Priorities.AUTHENTICATION)
public class NotificationSecurity extends BearerTokenFilter {

  public NotificationSecurity() {
    super("corridor-notification");
  }
}
