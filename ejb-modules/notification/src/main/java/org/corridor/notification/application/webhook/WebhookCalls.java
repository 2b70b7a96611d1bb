package org.corridor.notification.application.webhook;

import java.util.Map;
import org.corridor.notification.domain.webhook.CallResult;

/** Calls endpoints. Takes as long as the settings allow, so never inside of a unit of work. */
public interface WebhookCalls {

  /** A POST of JSON; whatever goes wrong is a result. */
  CallResult post(String url, Map<String, String> headers, String body);
}
