package org.corridor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.NotificationEvent;
import org.corridor.notification.domain.NotificationEvent.DeliveryFailed;
import org.corridor.notification.domain.NotificationEvent.PreferencesChanged;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what {@code docs/contracts/events} says. */
class EventContractTest {

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID CLIENT = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02");

  static Stream<NotificationEvent> examples() {
    return Stream.of(
        new PreferencesChanged(Recipient.Kind.CLIENT, CLIENT, "anna-1"),
        new DeliveryFailed(
            ID,
            Recipient.Kind.CLIENT,
            CLIENT,
            NoticeType.MONEY_RECEIVED,
            Channel.EMAIL,
            "smtp-unreachable"),
        new WebhookEndpointChanged(
            ID,
            "client/" + CLIENT,
            WebhookEndpointChanged.Change.DISABLED_GONE,
            "system:webhooks"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsAsItsExampleShowsItAndIsReadBack(NotificationEvent event) throws IOException {
    var published = Json.write(event);

    assertThat(Json.read(published, JsonNode.class))
        .isEqualTo(contract(event.type() + ".example.json"));
    assertThat(Json.read(published, event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSchemaKnowsEveryMember(NotificationEvent event) throws IOException {
    var members = names(Json.read(Json.write(event), JsonNode.class));

    var schema = contract(event.type() + ".schema.json");

    assertThat(schema.get("title").asText()).isEqualTo(event.type());
    assertThat(names(schema.get("properties"))).isEqualTo(members);
    assertThat(schema.get("required")).hasSize(members.size());
  }

  @Test
  void everyEventHasItsContract() {
    assertThat(examples().map(Object::getClass))
        .containsExactlyInAnyOrder(NotificationEvent.class.getPermittedSubclasses());
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
