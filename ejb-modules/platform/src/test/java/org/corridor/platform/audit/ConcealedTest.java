package org.corridor.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.corridor.kernel.Caller;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcealedTest {

  private static final Logger AUDIT = Logger.getLogger("org.corridor.audit");
  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final Caller TELLER = new Caller("teller-1", Set.of(), "MUC", null, Map.of());

  private final List<String> lines = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    AUDIT.addHandler(listening);
  }

  @AfterEach
  void quiet() {
    AUDIT.removeHandler(listening);
  }

  @Test
  void whatIsReachedIsNotRecorded() {
    assertThat(Concealed.unless(true, TELLER, "account", ID)).isTrue();

    assertThat(lines).isEmpty();
  }

  @Test
  void whatIsConcealedIsRecordedWithWhoAskedForIt() {
    assertThat(Concealed.unless(false, TELLER, "account", ID)).isFalse();

    assertThat(lines).hasSize(1);
    var line = Json.read(lines.get(0), JsonNode.class);
    assertThat(line.get("event").asText()).isEqualTo("concealed");
    assertThat(line.get("subject").asText()).isEqualTo("teller-1");
    assertThat(line.get("branch").asText()).isEqualTo("MUC");
    assertThat(line.get("kind").asText()).isEqualTo("account");
    assertThat(line.get("id").asText()).isEqualTo(ID.toString());
    assertThat(Instant.parse(line.get("at").asText())).isBeforeOrEqualTo(Instant.now());
  }
}
