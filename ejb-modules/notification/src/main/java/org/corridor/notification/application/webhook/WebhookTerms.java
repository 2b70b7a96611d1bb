package org.corridor.notification.application.webhook;

import java.time.Duration;
import org.corridor.notification.domain.webhook.RetrySchedule;

/** What the settings say of webhooks. */
public interface WebhookTerms {

  RetrySchedule schedule();

  /** How long the secret before the current one signs too. */
  Duration rotation();

  /** An endpoint that has failed for as long is disabled. */
  Duration patience();
}
