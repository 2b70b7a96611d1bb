package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.notification.application.webhook.WebhookCounts;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts calls by outcome. */
@ApplicationScoped
public class MetricWebhookCounts implements WebhookCounts {

  private final MetricRegistry registry;

  @Inject
  public MetricWebhookCounts(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected MetricWebhookCounts() {
    this(null);
  }

  @Override
  public void count(String outcome) {
    registry.counter("corridor_notification_webhooks", new Tag("outcome", outcome)).inc();
  }
}
