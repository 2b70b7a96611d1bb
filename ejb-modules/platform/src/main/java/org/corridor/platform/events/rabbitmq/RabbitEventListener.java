package org.corridor.platform.events.rabbitmq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.UnreadableEvent;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes events from a queue of RabbitMQ. They are acknowledged when they were taken and that is
 * committed; while the database is away they are held, so that nothing overtakes them.
 */
public abstract class RabbitEventListener {

  protected abstract ContextEventConsumer consumer();

  /** For the method that listens to the context's channel. */
  protected CompletionStage<Void> take(Message<List<RabbitArrival>> message) {
    try {
      var events = new ArrayList<JsonNode>();
      for (var arrival : message.getPayload()) {
        read(arrival, events);
      }
      consumer().takeWithPatience(events);
      return message.ack();
    } catch (RuntimeException e) {
      return message.nack(e);
    }
  }

  private void read(RabbitArrival arrival, List<JsonNode> events) {
    try {
      var event = Json.mapper().readTree(arrival.body());
      if (arrival.deadBecause() == null) {
        events.add(event);
      } else {
        consumer().putAside(event, new UnreadableEvent(arrival.deadBecause(), null));
      }
    } catch (JsonProcessingException e) {
      consumer().putAside(arrival.body(), e);
    }
  }
}
