package org.corridor.platform.events.rabbitmq;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.platform.events.SteadyClock;
import org.eclipse.microprofile.config.Config;

/** The connections of this application to RabbitMQ: one out, and one in for each consumer. */
@ApplicationScoped
public class RabbitEvents {

  @Inject private Config config;

  @Resource private ManagedScheduledExecutorService threads;

  @Resource private ManagedThreadFactory threadFactory;

  private final Map<String, RabbitInlet> inlets = new ConcurrentHashMap<>();
  private final Set<String> opened = ConcurrentHashMap.newKeySet();
  private RabbitConnections connections;
  private RabbitOutlet outlet;

  private synchronized RabbitConnections connections() {
    if (connections == null) {
      connections = new RabbitConnections(RabbitSettings.of(config), threads, threadFactory);
    }
    return connections;
  }

  synchronized RabbitOutlet outlet() {
    if (outlet == null) {
      outlet = new RabbitOutlet(connections(), "corridor-relay", new SteadyClock());
    }
    return outlet;
  }

  /** Prepares to listen to the queue of a consumer; see {@link #open}. */
  RabbitInlet listen(String consumer, Set<String> types) {
    var inlet = new RabbitInlet(connections(), consumer, types, threads);
    inlets.put(consumer, inlet);
    if (opened.contains(consumer)) {
      inlet.start();
    }
    return inlet;
  }

  /**
   * The consumer is there: from now on its queue is listened to. Channels are made before the beans
   * that they lead to can be called, and before the database is migrated.
   */
  void open(String consumer) {
    opened.add(consumer);
    var inlet = inlets.get(consumer);
    if (inlet != null) {
      inlet.start();
    }
  }

  /** Null if nobody listens to it here. */
  RabbitInlet inlet(String consumer) {
    return inlets.get(consumer);
  }

  @PreDestroy
  void close() {
    inlets.values().forEach(RabbitInlet::close);
    if (outlet != null) {
      outlet.close();
    }
  }
}
