package org.corridor.platform.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Takes the events of others for a context, however they came, and knows whether they are really
 * taken. Each context that takes any has one, a singleton that begins at the start-up and manages
 * transactions itself: what it asks of the database is outside of the one in which a message is
 * received.
 */
@Lock(LockType.READ)
public abstract class ContextEventConsumer {

  private static final Logger LOG = Logger.getLogger(ContextEventConsumer.class.getName());

  private static final Metadata WAITING =
      Metadata.builder()
          .withName("corridor_events_waiting")
          .withDescription("messages of others that were not taken yet")
          .build();
  private static final Metadata DEAD_LETTERS =
      Metadata.builder()
          .withName("corridor_events_dead_letters")
          .withDescription("events that a consumer could not take; must be 0")
          .build();
  private static final int VALID_WITHIN_SECONDS = 2;
  private static final long DATABASE_PAUSE_MILLISECONDS = 500;

  private final String context;

  @Inject private EventTransports transports;
  @Inject private MetricRegistry metrics;

  private EventQueue queue;
  private ConsumerWatch watch;
  private DeadLetters letters;
  private EventIntake intake;
  private EventMeter meter;
  private volatile boolean stopped;
  private volatile boolean everJoined;

  /**
   * @param context such as {@code transaction}
   */
  protected ContextEventConsumer(String context) {
    this.context = context;
  }

  /** Connects as the role that the application runs as. */
  protected abstract DataSource dataSource();

  /** What the context does about events of others. */
  protected abstract List<EventHandler> handlers();

  @PostConstruct
  void begin() {
    queue = transports.chosen().queue(context);
    watch = new ConsumerWatch(new SteadyClock());
    letters = new DeadLetters(dataSource());
    intake = new EventIntake(handlers(), letters, this::databaseAnswers);
    meter = EventMeter.ofConsumer(metrics, context);
    var consumer = new Tag("consumer", context);
    metrics.gauge(WAITING, this, self -> orUnknown(self.waiting()), consumer);
    metrics.gauge(DEAD_LETTERS, this, ContextEventConsumer::countOrUnknown, consumer);
  }

  @PreDestroy
  void end() {
    stopped = true;
  }

  /**
   * Returns when each event was taken or put aside.
   *
   * @throws DatabaseAway if that cannot be done now
   */
  public void take(List<JsonNode> envelopes) {
    var taken = intake.take(envelopes);
    watch.took();
    if (taken > 0) {
      happened(envelopes.get(0)).ifPresent(at -> meter.count(taken, at));
    }
  }

  /** Empty if the event cannot be read; then it was put aside. */
  private static Optional<Instant> happened(JsonNode envelope) {
    try {
      return Optional.of(Instant.parse(envelope.path("time").asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * As {@link #take}, but waits for a database that is away.
   *
   * @throws DatabaseAway if the context stops meanwhile
   */
  public void takeWithPatience(List<JsonNode> envelopes) {
    while (true) {
      try {
        take(envelopes);
        return;
      } catch (DatabaseAway e) {
        if (stopped) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static void pause(DatabaseAway away) {
    try {
      Thread.sleep(DATABASE_PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away;
    }
  }

  /**
   * Puts aside what arrived and is no event.
   *
   * @throws RuntimeException if that cannot be done now
   */
  public void putAside(String body, Throwable reason) {
    LOG.log(Level.SEVERE, "what came is no event and becomes a dead letter", reason);
    letters.putUnreadable(body, reason);
    watch.took();
  }

  /**
   * Puts aside an event that the broker has given up.
   *
   * @throws RuntimeException if that cannot be done now
   */
  public void putAside(JsonNode envelope, Throwable reason) {
    LOG.log(Level.SEVERE, "an event was given up on its way and becomes a dead letter", reason);
    letters.put(envelope, reason);
    watch.took();
  }

  public DeadLetters deadLetters() {
    return letters;
  }

  /** What became of a dead letter that was to be taken again. */
  public enum Replay {
    TAKEN,
    NOT_THERE,
    FAILED
  }

  /**
   * Takes an event again that was put aside. If it fails again it stays, with the new reason. Two
   * who do so at once do it once: the event was taken before for one of them.
   */
  public Replay replay(UUID id) {
    var letter = letters.find(id);
    if (letter.isEmpty()) {
      return Replay.NOT_THERE;
    }
    var body = letter.get().body();
    try {
      intake.takeAgain(read(body));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a dead letter cannot be taken yet: " + id, e);
      putAgain(body, e);
      return Replay.FAILED;
    }
    letters.remove(id);
    return Replay.TAKEN;
  }

  private void putAgain(String body, RuntimeException reason) {
    try {
      letters.put(Json.mapper().readTree(body), reason);
    } catch (JsonProcessingException e) {
      letters.putUnreadable(body, reason);
    }
  }

  private static JsonNode read(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new UnreadableEvent("not an event", e);
    }
  }

  private boolean databaseAnswers() {
    try (var connection = dataSource().getConnection()) {
      return connection.isValid(VALID_WITHIN_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Empty while that cannot be asked. */
  public OptionalLong waiting() {
    return queue.waiting();
  }

  /**
   * False if events wait and none is taken, if the queue has not been reached for as long, or if
   * nobody has ever listened to it.
   */
  public boolean getsThrough() {
    var waiting = waiting();
    everJoined = everJoined || waiting.isPresent();
    return everJoined && watch.getsThrough(waiting.orElse(1));
  }

  private double countOrUnknown() {
    try {
      return letters.count();
    } catch (EventStoreFailure e) {
      LOG.log(Level.FINE, "dead letters cannot be counted", e);
      return Double.NaN;
    }
  }

  private static double orUnknown(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }
}
