package org.corridor.client.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.corridor.client.domain.ClientEvent;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what has happened to clients, once it is committed. */
@ApplicationScoped
public class ClientMetrics {

  private final MetricRegistry registry;

  @Inject
  public ClientMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  /** For the container's proxy. */
  protected ClientMetrics() {
    this(null);
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClientEvent event) {
    registry.counter("corridor_client_events", new Tag("type", event.type())).inc();
  }
}
