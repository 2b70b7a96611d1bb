package org.corridor.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.platform.id.Ids;
import org.corridor.platform.json.Json;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventIntakeTest {

  private static final String TYPE = "test.something-happened.v1";

  /** Takes all or none, and fails on events as often as it is told. */
  private static final class Fussy implements EventHandler {

    private final List<UUID> taken = new ArrayList<>();
    private final Map<UUID, Integer> failures = new HashMap<>();
    private final Set<UUID> poison = new HashSet<>();

    @Override
    public Set<String> types() {
      return Set.of(TYPE);
    }

    @Override
    public void take(List<ReceivedEvent> events) {
      for (var event : events) {
        if (poison.contains(event.id())) {
          throw new IllegalStateException("never", new IllegalArgumentException("a deep reason"));
        }
        var left = failures.getOrDefault(event.id(), 0);
        if (left > 0) {
          failures.put(event.id(), left - 1);
          throw new IllegalStateException("not now");
        }
      }
      events.forEach(event -> taken.add(event.id()));
    }
  }

  private final Fussy handler = new Fussy();
  private boolean databaseAnswers = true;
  private DeadLetters letters;
  private EventIntake intake;

  @BeforeEach
  void aContext() {
    var database = TestDatabase.create("test");
    new Migrations(database.owner(), "test", getClass().getClassLoader()).apply();
    letters = new DeadLetters(database.app());
    intake = new EventIntake(List.of(handler), letters, () -> databaseAnswers);
  }

  @Test
  void handsOnWhatIsMeantForTheHandlerInItsOrder() {
    var first = event(TYPE);
    var second = event(TYPE);

    var taken = intake.take(List.of(first, event("test.something-else.v1"), second));

    assertThat(taken).isEqualTo(2);
    assertThat(handler.taken).containsExactly(id(first), id(second));
    assertThat(letters.count()).isZero();
  }

  @Test
  void whatFailsTwiceIsTakenTheThirdTimeAndOvertakenByNothing() {
    var first = event(TYPE);
    var second = event(TYPE);
    handler.failures.put(id(first), 2);

    intake.take(List.of(first, second));

    assertThat(handler.taken).containsExactly(id(first), id(second));
    assertThat(letters.count()).isZero();
  }

  @Test
  void whatCanNeverBeTakenIsPutAsideWithTheReasonAndSpoilsNoOther() {
    var first = event(TYPE);
    var bad = event(TYPE);
    var last = event(TYPE);
    handler.poison.add(id(bad));

    intake.take(List.of(first, bad, last));

    assertThat(handler.taken).containsExactly(id(first), id(last));
    var letter = letters.find(id(bad)).orElseThrow();
    assertThat(letter.reason()).contains("never").contains("a deep reason");
    assertThat(letter.type()).isEqualTo(TYPE);
    assertThat(letter.body()).isEqualTo(bad.toString());
    assertThat(letter.failures()).isEqualTo(1);
  }

  @Test
  void whatIsNoEventIsPutAside() throws Exception {
    var good = event(TYPE);
    var bad = Json.mapper().readTree("{\"type\":\"" + TYPE + "\",\"subject\":\"no id\"}");

    intake.take(List.of(bad, good));

    assertThat(handler.taken).containsExactly(id(good));
    assertThat(letters.list(null, null, 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("id is missing"));
  }

  @Test
  void whileTheDatabaseIsAwayNoEventIsToBlame() {
    var event = event(TYPE);
    handler.failures.put(id(event), 1);
    databaseAnswers = false;

    assertThatThrownBy(() -> intake.take(List.of(event))).isInstanceOf(DatabaseAway.class);

    databaseAnswers = true;
    assertThat(letters.count()).isZero();
    intake.take(List.of(event));
    assertThat(handler.taken).containsExactly(id(event));
  }

  @Test
  void aMessageThatComesAgainTriesNothingAgainThatWasPutAside() {
    var bad = event(TYPE);
    var good = event(TYPE);
    handler.poison.add(id(bad));

    intake.take(List.of(bad, good));
    intake.take(List.of(bad, good));

    assertThat(letters.find(id(bad)).orElseThrow().failures()).isEqualTo(1);
  }

  @Test
  void whatWasPutAsideCanBeTakenAgain() {
    var event = event(TYPE);
    handler.poison.add(id(event));
    intake.take(List.of(event));

    assertThatThrownBy(() -> intake.takeAgain(event)).hasMessage("never");
    handler.poison.clear();
    intake.takeAgain(event);

    assertThat(handler.taken).containsExactly(id(event));
  }

  @Test
  void lettersAreListedPageByPageAndByType() {
    for (var i = 0; i < 3; i++) {
      letters.put(event(TYPE), new IllegalStateException("x"));
    }
    letters.putUnreadable("not even JSON", new IllegalStateException("y\0z"));

    var first = letters.list(null, null, 3);
    var rest = letters.list(first.get(2).id(), null, 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(1);
    assertThat(letters.list(null, TYPE, 10)).hasSize(3);
    assertThat(letters.remove(rest.get(0).id())).isTrue();
    assertThat(letters.remove(rest.get(0).id())).isFalse();
    assertThat(letters.count()).isEqualTo(3);
  }

  private static UUID id(JsonNode event) {
    return UUID.fromString(event.path("id").textValue());
  }

  private static JsonNode event(String type) {
    var event = Json.mapper().createObjectNode();
    event.put("id", Ids.next().toString());
    event.put("type", type);
    event.put("subject", "thing/1");
    event.put("sequence", 1);
    event.put("time", "2026-11-02T12:00:00Z");
    event.put("correlationId", "test");
    event.putObject("data");
    return event;
  }
}
