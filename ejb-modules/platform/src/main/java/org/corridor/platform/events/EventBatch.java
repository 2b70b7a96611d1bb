package org.corridor.platform.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;

/**
 * Events on their way from context to context: several in one message, in their order (the JSON
 * batch format of CloudEvents 1.0: an array of events).
 */
public final class EventBatch {

  /** The type of such a message. */
  public static final String TYPE = "application/cloudevents-batch+json";

  /**
   * The property that names the types of its events, for selectors: {@code types like
   * '%,the-type.v1,%'}.
   */
  public static final String TYPES = "types";

  private static final JsonMapper MAPPER =
      Json.mapper().rebuild().addMixIn(EventEnvelope.class, DataAsItIs.class).build();

  /** The data is JSON already: a member like the others, not text inside of text. */
  interface DataAsItIs {

    @JsonRawValue
    String data();
  }

  private EventBatch() {}

  public static String write(List<EventEnvelope> events) {
    return json(events);
  }

  /** A single one, not in a batch. */
  public static String writeOne(EventEnvelope event) {
    return json(event);
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each type once, each between two commas. */
  public static String types(List<EventEnvelope> events) {
    return events.stream()
        .map(EventEnvelope::type)
        .distinct()
        .collect(Collectors.joining(",", ",", ","));
  }

  /**
   * The events of a message, each for itself, so that one that cannot be read spoils no other.
   *
   * @throws IllegalArgumentException if it is no batch at all
   */
  public static List<JsonNode> read(String body) {
    try {
      var array = Json.mapper().readTree(body);
      if (array == null || !array.isArray()) {
        throw new IllegalArgumentException("not a batch of events");
      }
      return StreamSupport.stream(array.spliterator(), false).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a batch of events", e);
    }
  }
}
