package org.corridor.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands events to what a context does about them, and tells what fails for a while from what will
 * never do: an event that has failed three times though the database was there is put aside, and
 * spoils no other.
 */
final class EventIntake {

  private static final Logger LOG = Logger.getLogger(EventIntake.class.getName());

  /** Before the second attempt and before the third. */
  private static final int[] PAUSES_MILLISECONDS = {50, 500};

  private final List<EventHandler> handlers;
  private final DeadLetters letters;
  private final BooleanSupplier databaseAnswers;

  EventIntake(List<EventHandler> handlers, DeadLetters letters, BooleanSupplier databaseAnswers) {
    this.handlers = List.copyOf(handlers);
    this.letters = letters;
    this.databaseAnswers = databaseAnswers;
  }

  /**
   * Returns when each was taken or put aside. In their order; only what is put aside is overtaken.
   *
   * @return how many there is something to be done about
   * @throws DatabaseAway if that cannot be done now; then some may have been taken
   */
  int take(List<JsonNode> envelopes) {
    for (var handler : handlers) {
      var its =
          envelopes.stream()
              .filter(envelope -> handler.types().contains(envelope.path("type").asText()))
              .toList();
      if (!its.isEmpty()) {
        take(handler, its);
      }
    }
    return (int) envelopes.stream().filter(this::isHandled).count();
  }

  private boolean isHandled(JsonNode envelope) {
    var type = envelope.path("type").asText();
    return handlers.stream().anyMatch(handler -> handler.types().contains(type));
  }

  private void take(EventHandler handler, List<JsonNode> envelopes) {
    var failure = attempt(handler, envelopes);
    if (failure == null) {
      return;
    }
    if (envelopes.size() == 1) {
      putAside(envelopes.get(0), failure);
      return;
    }
    for (var envelope : envelopes) {
      // when a message comes again, what was put aside of it has had its attempts
      if (!letters.contains(envelope)) {
        take(handler, List.of(envelope));
      }
    }
  }

  /** Null if they were taken, else what the last attempt failed with. */
  private RuntimeException attempt(EventHandler handler, List<JsonNode> envelopes) {
    for (var attempt = 0; ; attempt++) {
      try {
        handler.take(read(envelopes));
        return null;
      } catch (RuntimeException e) {
        if (!databaseAnswers.getAsBoolean()) {
          throw new DatabaseAway(e);
        }
        if (attempt == PAUSES_MILLISECONDS.length || e instanceof UnreadableEvent) {
          return e;
        }
        pause(PAUSES_MILLISECONDS[attempt], e);
      }
    }
  }

  /** Takes one again that was put aside; throws what it fails with. */
  void takeAgain(JsonNode envelope) {
    for (var handler : handlers) {
      if (handler.types().contains(envelope.path("type").asText())) {
        handler.take(read(List.of(envelope)));
      }
    }
  }

  private void putAside(JsonNode envelope, RuntimeException reason) {
    LOG.log(Level.SEVERE, "an event is given up and becomes a dead letter", reason);
    letters.put(envelope, reason);
  }

  private static List<ReceivedEvent> read(List<JsonNode> envelopes) {
    var events = new ArrayList<ReceivedEvent>(envelopes.size());
    var moments = new Moments();
    for (var envelope : envelopes) {
      events.add(ReceivedEvent.of(envelope, moments));
    }
    return events;
  }

  private static void pause(int milliseconds, RuntimeException failure) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
