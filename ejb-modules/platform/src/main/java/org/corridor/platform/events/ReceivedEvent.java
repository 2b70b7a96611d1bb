package org.corridor.platform.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An event of another context as it arrived: the members of its {@link
 * org.corridor.kernel.EventEnvelope} that a consumer needs. Members that are not known are left
 * alone: the publisher may add some within a version.
 *
 * @param subject the stream, such as {@code journal/0192...}
 * @param sequence the position in the subject's stream, from 1
 * @param data the event itself
 */
public record ReceivedEvent(
    UUID id,
    String type,
    String subject,
    long sequence,
    Instant time,
    String correlationId,
    JsonNode data) {

  public ReceivedEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(data, "data");
  }

  /**
   * Reads an envelope.
   *
   * @param moments of the envelopes that came with it
   * @throws UnreadableEvent if it is none
   */
  public static ReceivedEvent of(JsonNode envelope, Moments moments) {
    try {
      return new ReceivedEvent(
          UUID.fromString(text(envelope, "id")),
          text(envelope, "type"),
          text(envelope, "subject"),
          envelope.required("sequence").longValue(),
          moments.read(text(envelope, "time")),
          text(envelope, "correlationId"),
          envelope.required("data"));
    } catch (RuntimeException e) {
      throw new UnreadableEvent("not an event", e);
    }
  }

  /**
   * A member of its data.
   *
   * @throws UnreadableEvent if it is not there, or no text
   */
  public String text(String member) {
    return text(data, member);
  }

  private static String text(JsonNode node, String member) {
    var text = node.path(member).textValue();
    if (text == null) {
      throw new UnreadableEvent(member + " is missing", null);
    }
    return text;
  }
}
