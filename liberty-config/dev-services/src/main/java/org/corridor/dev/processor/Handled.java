package org.corridor.dev.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment that the simulator has taken on.
 *
 * @param turnsAt when it settles, bounces or comes back
 */
record Handled(UUID id, JsonNode payment, Mood mood, Instant turnsAt) {

  String status(Instant now) {
    var turned = !now.isBefore(turnsAt);
    return switch (mood.kind()) {
      case REFUSE -> "REJECTED";
      case LATE -> turned ? "SETTLED" : "ACCEPTED";
      case BOUNCE -> turned ? "REJECTED" : "ACCEPTED";
      case PAY, SILENT_DONE, SILENT, ERROR, BUSY, RETURN -> "SETTLED";
    };
  }

  boolean hasComeBack(Instant now) {
    return mood.kind() == Mood.Kind.RETURN && !now.isBefore(turnsAt);
  }

  String remittance() {
    return payment.path("remittance").asText();
  }

  JsonNode answer(Instant now) {
    var status = status(now);
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.toString())
            .put("status", status)
            .put("reference", "SIM-" + id);
    if (status.equals("REJECTED")) {
      answer.put("code", "AC04").put("reason", "the account is closed");
    }
    return answer;
  }
}
