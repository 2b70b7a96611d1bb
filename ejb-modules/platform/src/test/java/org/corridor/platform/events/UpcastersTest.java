package org.corridor.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.Upcasters.Upcaster;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class UpcastersTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  record Named(String name) implements DomainEvent {
    @Override
    public String type() {
      return "test.named.v1";
    }
  }

  record NamedTwice(String givenName, String familyName) implements DomainEvent {
    @Override
    public String type() {
      return "test.named.v2";
    }
  }

  private static final Upcaster SPLIT =
      new Upcaster("test.named.v1", "test.named.v2", UpcastersTest::split);
  private static final Upcaster GREET =
      new Upcaster("test.named.v2", "test.named.v3", data -> data.put("greeting", "Hello"));

  private static ObjectNode split(ObjectNode data) {
    var names = data.remove("name").asText().split(" ", 2);
    return data.put("givenName", names[0]).put("familyName", names[1]);
  }

  @Test
  void aStreamIsReadAsIfItHadBeenWrittenToday() throws Exception {
    var database = TestDatabase.create("test");
    new Migrations(database.owner(), "test", getClass().getClassLoader()).apply();
    var store = new EventStore("/test", new Upcasters(List.of(GREET, SPLIT)));
    try (var connection = database.app().getConnection()) {
      store.append(
          connection,
          "person/1",
          0,
          List.of(new Named("Ada Lovelace"), new NamedTwice("Grace", "Hopper")),
          NOON,
          Trail.of("test"));

      var events = store.read(connection, "person/1");

      assertThat(events).extracting(EventEnvelope::type).containsOnly("test.named.v3");
      assertThat(events.get(0).data())
          .isEqualTo("{\"givenName\":\"Ada\",\"familyName\":\"Lovelace\",\"greeting\":\"Hello\"}");
      assertThat(events.get(1).data())
          .isEqualTo("{\"givenName\":\"Grace\",\"familyName\":\"Hopper\",\"greeting\":\"Hello\"}");
      assertThat(new EventStore("/test").read(connection, "person/1"))
          .extracting(EventEnvelope::type)
          .containsExactly("test.named.v1", "test.named.v2");
    }
  }

  @Test
  void twoWaysFromOneTypeAreRefusedAndSoIsACircle() {
    var back = new Upcaster("test.named.v2", "test.named.v1", data -> data);

    assertThatThrownBy(() -> new Upcasters(List.of(SPLIT, SPLIT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Upcasters(List.of(SPLIT, back)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
