package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads events by the schemas of the last release can read those of today. */
class EventCompatibilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONTRACTS =
      Workspace.containing(Path.of("")).root().resolve("docs/contracts");

  private JsonNode released;
  private ObjectNode changed;

  @BeforeEach
  void aSchema() throws IOException {
    released = read(CONTRACTS.resolve("baseline/transaction.paid.v1.schema.json"));
    changed = released.deepCopy();
  }

  @Test
  void noReleasedEventHasLostOrChangedAnything() throws IOException {
    var released = schemas(CONTRACTS.resolve("baseline"));

    assertThat(released).isNotEmpty();
    for (var schema : released) {
      var now = CONTRACTS.resolve("events").resolve(schema.getFileName());
      assertThat(now).exists();
      assertThat(SchemaChange.breaks(read(schema), read(now))).as(now.toString()).isEmpty();
    }
  }

  @Test
  void aMemberMoreBreaksNobody() {
    ((ObjectNode) changed.get("properties")).putObject("channel").put("type", "string");
    ((ArrayNode) changed.at("/properties/kind/enum")).add("PAYMENT");

    assertThat(breaks()).isEmpty();
  }

  @Test
  void aMemberThatIsGoneIsSeenHoweverDeepItWas() {
    ((ObjectNode) changed.at("/properties/source/properties")).remove("branch");

    assertThat(breaks()).containsExactly("/source/branch is gone");
  }

  @Test
  void aMemberThatMayBeMissingNowIsSeen() {
    ((ArrayNode) changed.get("required")).remove(0);

    assertThat(breaks()).containsExactly(": may be missing now: transactionId");
  }

  @Test
  void anotherTypeFormatOrSetOfValuesIsSeen() {
    ((ObjectNode) changed.at("/properties/transactionId")).put("type", "integer");
    ((ObjectNode) changed.at("/properties/bookedAt")).put("format", "date");
    ((ArrayNode) changed.at("/properties/kind/enum")).remove(0);

    assertThat(breaks())
        .containsExactlyInAnyOrder(
            "/transactionId: type was \"string\" and is \"integer\"",
            "/bookedAt: format was \"date-time\" and is \"date\"",
            "/kind: a value is gone: TRANSFER");
  }

  private List<String> breaks() {
    return SchemaChange.breaks(released, changed);
  }

  private static List<Path> schemas(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".schema.json")).toList();
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }
}
