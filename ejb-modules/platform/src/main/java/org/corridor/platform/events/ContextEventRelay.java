package org.corridor.platform.events;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Carries a context's events from its store to where the other contexts listen. Each context has
 * one, a singleton that begins at the start-up and manages transactions itself.
 */
@Lock(LockType.READ)
public abstract class ContextEventRelay {

  private static final int BATCH_SIZE = 500;

  private final EventStore store;

  @Inject private EventTransports transports;
  @Inject private MetricRegistry metrics;

  @Resource private ManagedScheduledExecutorService threads;

  private RelayLoop loop;

  protected ContextEventRelay(EventStore store) {
    this.store = store;
  }

  /** Connects as the role that the application runs as. */
  protected abstract DataSource dataSource();

  @PostConstruct
  void start() {
    var relay = new EventRelay("events", dataSource(), store, publisher(), BATCH_SIZE);
    loop = new RelayLoop(relay, new SteadyClock());
    loop.start(threads);
  }

  private EventPublisher publisher() {
    var publisher = transports.chosen().publisher();
    var meter = EventMeter.ofRelay(metrics, store.source().substring(1));
    return events -> {
      publisher.publish(events);
      meter.count(events.size(), events.get(0).time());
    };
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** False if events have not got through for a while. */
  public boolean getsThrough() {
    return loop.getsThrough();
  }
}
