package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.notification.application.DeliveryCounts;
import org.corridor.notification.domain.Channel;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts deliveries by channel and outcome. */
@ApplicationScoped
public class MetricDeliveryCounts implements DeliveryCounts {

  private final MetricRegistry registry;

  @Inject
  public MetricDeliveryCounts(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected MetricDeliveryCounts() {
    this(null);
  }

  @Override
  public void count(Channel channel, String outcome) {
    registry
        .counter(
            "corridor_notification_deliveries",
            new Tag("channel", channel.name()),
            new Tag("outcome", outcome))
        .inc();
  }
}
