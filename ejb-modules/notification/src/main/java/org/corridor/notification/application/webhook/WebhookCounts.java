package org.corridor.notification.application.webhook;

/** Counts what became of calls. */
public interface WebhookCounts {

  /**
   * @param outcome {@code delivered}, {@code retried} or {@code failed}
   */
  void count(String outcome);
}
