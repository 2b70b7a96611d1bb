package org.corridor.transaction.infrastructure.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.corridor.transaction.application.TransactionClock;
import org.corridor.transaction.application.saga.SagaCensus;
import org.corridor.transaction.domain.saga.SagaStatus;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Tells monitoring how sagas stand, of all replicas. */
@ApplicationScoped
public class SagaMetrics {

  private static final double MILLISECONDS = 1_000;
  private static final Metadata OPEN =
      Metadata.builder()
          .withName("corridor_transaction_sagas_open")
          .withDescription("sagas that have not ended, by status; STUCK waits for somebody")
          .build();
  private static final Metadata OLDEST_WAITING =
      Metadata.builder()
          .withName("corridor_transaction_sagas_oldest_waiting_seconds")
          .withDescription("age of the oldest saga that waits for something")
          .build();
  private static final Metadata OVERDUE =
      Metadata.builder()
          .withName("corridor_transaction_sagas_overdue_seconds")
          .withDescription("for how long the saga is due that nobody is at")
          .build();

  private final MetricRegistry registry;
  private final Clock clock;
  private volatile SagaCensus census = new SagaCensus(Map.of(), null, null);

  /** For the container's proxy. */
  protected SagaMetrics() {
    this(null, null);
  }

  @Inject
  public SagaMetrics(MetricRegistry registry, @TransactionClock Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void watch() {
    for (var status : SagaStatus.values()) {
      if (!status.hasEnded()) {
        var tag = new Tag("status", status.name());
        registry.gauge(OPEN, this, metrics -> metrics.open(status), tag);
      }
    }
    registry.gauge(OLDEST_WAITING, this, SagaMetrics::oldestWaiting);
    registry.gauge(OVERDUE, this, SagaMetrics::overdue);
  }

  void tell(SagaCensus now) {
    census = now;
  }

  private long open(SagaStatus status) {
    return census.open().getOrDefault(status, 0L);
  }

  private double oldestWaiting() {
    return secondsSince(census.oldestWaiting());
  }

  private double overdue() {
    return secondsSince(census.mostOverdue());
  }

  private double secondsSince(Instant instant) {
    if (instant == null) {
      return 0;
    }
    return Math.max(0, Duration.between(instant, clock.instant()).toMillis() / MILLISECONDS);
  }
}
