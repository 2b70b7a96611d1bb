package org.corridor.transaction.infrastructure;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.corridor.platform.events.ConsumerWatch;
import org.corridor.platform.events.MessagingEngine;
import org.corridor.transaction.application.TransactionClock;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Watches whether the events of others are really taken. Only the server that carries the messaging
 * engine can tell, and only there are they taken; elsewhere this is silent.
 *
 * <p>It manages transactions itself: what it asks of the database is outside of the one in which a
 * message is received.
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
          .withDescription("batches of events of others that were not taken yet")
          .build();
  private static final Metadata DEAD_LETTERS =
      Metadata.builder()
          .withName("corridor_events_dead_letters")
          .withDescription("events that a consumer could not take; must be 0")
          .build();

  private static final int DELIVERIES = 3;
  private static final int VALID_WITHIN_SECONDS = 2;

  private final MessagingEngine engine = new MessagingEngine();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private ConsumerWatch watch;

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  @Inject private MetricRegistry metrics;
  @Inject @TransactionClock private Clock clock;

  @PostConstruct
  void begin() {
    watch = new ConsumerWatch(clock);
    metrics.gauge(WAITING, this, consumption -> orUnknown(consumption.waiting()));
    metrics.gauge(DEAD_LETTERS, this, consumption -> orUnknown(consumption.deadLetters()));
  }

  /** The event of a message was taken, or the message put aside. */
  public void took(String messageId) {
    failures.remove(messageId);
    watch.took();
  }

  /**
   * Whether to give up on a message that could not be taken now: it has failed three times though
   * the database was there. While that is away every message fails, and none is to blame.
   */
  public boolean isHopeless(String messageId) {
    return databaseAnswers() && failures.merge(messageId, 1, Integer::sum) >= DELIVERIES;
  }

  public boolean databaseAnswers() {
    try (var connection = dataSource.getConnection()) {
      return connection.isValid(VALID_WITHIN_SECONDS);
    } catch (SQLException away) {
      return false;
    }
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
