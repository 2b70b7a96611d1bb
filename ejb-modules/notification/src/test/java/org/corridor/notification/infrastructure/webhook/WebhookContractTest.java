package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.corridor.notification.domain.webhook.EventPatterns;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is what {@code docs/contracts/webhooks} says. */
class WebhookContractTest {

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "webhooks");

  private final WebhookWorld world = new WebhookWorld();

  static Stream<String> internalTypes() {
    return new WebhookEvents(null).types().stream();
  }

  @ParameterizedTest
  @MethodSource("internalTypes")
  void theOrganisationIsToldAsTheExampleShowsIt(String internalType) throws IOException {
    world.register(WebhookWorld.ORGANISATION, "*");

    world.happened(WebhookWorld.example(internalType));
    world.sendAll();

    var sent = world.calls.get(0).json();
    assertThat(sent).isEqualTo(contract(sent.path("type").asText() + ".example.json"));
    var schema = contract(sent.path("type").asText() + ".schema.json");
    assertThat(names(schema.at("/properties/data/properties"))).isEqualTo(names(sent.path("data")));
    assertThat(names(schema.path("properties"))).isEqualTo(names(sent));
  }

  @Test
  void everyTypeThatIsOfferedHasItsContractAndNoOtherHas() throws IOException {
    try (var files = Files.list(CONTRACTS)) {
      var schemas =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".schema.json"))
              .map(name -> name.replace(".schema.json", ""));
      assertThat(schemas)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(EventPatterns.OFFERED.stream(), Stream.of(EventPatterns.TEST))
                  .toList());
    }
    assertThat(internalTypes()).hasSize(EventPatterns.OFFERED.size());
  }

  private static Set<String> names(JsonNode object) {
    var names = new HashSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode contract(String file) throws IOException {
    return Json.mapper().readTree(Files.readString(CONTRACTS.resolve(file)));
  }
}
