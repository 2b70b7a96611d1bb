package org.corridor.transaction.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;
import org.corridor.platform.events.ConsumerWatch;
import org.corridor.platform.events.MessagingEngine;
import org.corridor.transaction.application.TransactionClock;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Watches whether the events of others are really taken. Only the server that carries the messaging
 * engine can tell, and only there are they taken; elsewhere this is silent.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class EventsConsumption {

  /** As the server's configuration calls the subscription of {@link EventsListener}. */
  private static final String SUBSCRIPTION = "transaction";

  private static final Metadata WAITING =
      Metadata.builder()
          .withName("corridor_transaction_events_waiting")
          .withDescription("events of others that were not taken yet")
          .build();
  private static final Metadata DEAD_LETTERS =
      Metadata.builder()
          .withName("corridor_events_dead_letters")
          .withDescription("events that a consumer could not take; must be 0")
          .build();

  private final MessagingEngine engine = new MessagingEngine();
  private ConsumerWatch watch;

  @Inject private MetricRegistry metrics;
  @Inject @TransactionClock private Clock clock;

  @PostConstruct
  void begin() {
    watch = new ConsumerWatch(clock);
    metrics.gauge(WAITING, this, consumption -> orUnknown(consumption.waiting()));
    metrics.gauge(DEAD_LETTERS, this, consumption -> orUnknown(consumption.deadLetters()));
  }

  /** An event was taken. */
  public void took() {
    watch.took();
  }

  /** Empty if the engine is elsewhere. */
  public OptionalLong deadLetters() {
    return engine.deadLetters();
  }

  /** Empty if the engine is elsewhere, or the listener was never started. */
  public OptionalLong waiting() {
    return engine.waitingFor(SUBSCRIPTION);
  }

  /** False if events wait and none is taken, or if nobody has ever listened. */
  public boolean getsThrough() {
    if (!engine.isHere()) {
      return true;
    }
    var waiting = waiting();
    return waiting.isPresent() && watch.getsThrough(waiting.getAsLong());
  }

  private static double orUnknown(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }
}
