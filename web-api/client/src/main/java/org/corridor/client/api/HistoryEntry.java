package org.corridor.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that has happened to a client. */
@Schema(name = "ClientHistoryEntry")
public record HistoryEntry(
    long sequence,
    String type,
    Instant time,
    @Schema(description = "Not told to customers.") String correlationId,
    @Schema(description = "By whom and why; not told to customers.", implementation = Object.class)
        JsonNode data) {

  static HistoryEntry whole(EventEnvelope event) {
    return new HistoryEntry(
        event.sequence(),
        event.type(),
        event.time(),
        event.correlationId(),
        Json.read(event.data(), JsonNode.class));
  }

  static HistoryEntry withoutReasons(EventEnvelope event) {
    return new HistoryEntry(event.sequence(), event.type(), event.time(), null, null);
  }
}
