package org.corridor.platform.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;

/**
 * Turns events that were written under an old version of their type into what they would be under
 * the newest, when a stream is read. What is stored stays as it was written, and so does what is
 * published.
 */
public final class Upcasters {

  private static final Upcasters NONE = new Upcasters(List.of());

  private final Map<String, Upcaster> byType = new HashMap<>();

  /**
   * @param from the old type, such as {@code transaction.paid.v1}
   * @param to the type one version later
   * @param change what the members become; may change its argument
   */
  public record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {}

  /**
   * @throws IllegalArgumentException if two begin at the same type, or they go round in a circle
   */
  public Upcasters(List<Upcaster> upcasters) {
    for (var upcaster : upcasters) {
      if (byType.put(upcaster.from(), upcaster) != null) {
        throw new IllegalArgumentException("two ways lead from " + upcaster.from());
      }
    }
    for (var upcaster : upcasters) {
      requireEnd(upcaster);
    }
  }

  public static Upcasters none() {
    return NONE;
  }

  private void requireEnd(Upcaster first) {
    var next = first;
    for (var step = 0; next != null; step++) {
      if (step > byType.size()) {
        throw new IllegalArgumentException("no end leads from " + first.from());
      }
      next = byType.get(next.to());
    }
  }

  /** The event under the newest version of its type. */
  EventEnvelope upcast(EventEnvelope event) {
    var upcaster = byType.get(event.type());
    if (upcaster == null) {
      return event;
    }
    var type = event.type();
    var data = Json.read(event.data(), ObjectNode.class);
    while (upcaster != null) {
      data = upcaster.change().apply(data);
      type = upcaster.to();
      upcaster = byType.get(type);
    }
    return new EventEnvelope(
        event.id(),
        type,
        event.source(),
        event.subject(),
        event.sequence(),
        event.time(),
        event.correlationId(),
        event.causationId(),
        data.toString());
  }
}
