package org.corridor.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.corridor.client.domain.ClientEvent;
import org.corridor.client.domain.ClientEvent.ClientActivated;
import org.corridor.client.domain.ClientEvent.ClientClosed;
import org.corridor.client.domain.ClientEvent.ClientRegistered;
import org.corridor.client.domain.ClientEvent.ClientSuspended;
import org.corridor.client.domain.ClientEvent.ClientUpdated;
import org.corridor.client.domain.ClientEvent.KycApproved;
import org.corridor.client.domain.ClientEvent.KycExpired;
import org.corridor.client.domain.ClientEvent.KycRejected;
import org.corridor.client.domain.ClientEvent.KycSubmitted;
import org.corridor.client.domain.ClosureReason;
import org.corridor.client.domain.ExpiryReason;
import org.corridor.client.domain.KycLevel;
import org.corridor.client.domain.PartyKind;
import org.corridor.client.domain.RejectionReason;
import org.corridor.client.domain.SuspensionReason;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what {@code docs/contracts/events} says. */
class EventContractTest {

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

  static Stream<ClientEvent> examples() {
    return Stream.of(
        new ClientRegistered(ID, PartyKind.INDIVIDUAL, "BER", "agent-1"),
        new ClientUpdated(ID, List.of("party", "addresses"), "agent-1"),
        new ClientActivated(ID, "agent-1"),
        new ClientSuspended(ID, SuspensionReason.SUSPECTED_FRAUD, "officer-1"),
        new ClientClosed(ID, ClosureReason.REQUESTED_BY_CLIENT, "agent-1"),
        new KycSubmitted(ID, "agent-1"),
        new KycApproved(ID, KycLevel.VERIFIED, LocalDate.of(2028, 11, 2), "officer-1"),
        new KycRejected(ID, RejectionReason.IDENTITY_NOT_CONFIRMED, "officer-1"),
        new KycExpired(ID, ExpiryReason.VALIDITY_ENDED, "system:kyc-expiry"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsAsItsExampleShowsIt(ClientEvent event) throws IOException {
    var published = Json.read(Json.write(event), JsonNode.class);

    assertThat(published).isEqualTo(contract(event.type() + ".example.json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSchemaKnowsEveryMemberAndDemandsIt(ClientEvent event) throws IOException {
    var members = names(Json.read(Json.write(event), JsonNode.class));

    var schema = contract(event.type() + ".schema.json");

    assertThat(schema.get("title").asText()).isEqualTo(event.type());
    assertThat(names(schema.get("properties"))).isEqualTo(members);
    assertThat(texts(schema.get("required"))).isEqualTo(members);
  }

  @Test
  void everyEventHasItsContract() {
    assertThat(examples().map(Object::getClass))
        .containsExactlyInAnyOrder(ClientEvent.class.getPermittedSubclasses());
  }

  @Test
  void theSchemasKnowEveryCode() throws IOException {
    assertThat(codes("client.registered.v1", "kind")).isEqualTo(names(PartyKind.values()));
    assertThat(codes("client.suspended.v1", "reason")).isEqualTo(names(SuspensionReason.values()));
    assertThat(codes("client.closed.v1", "reason")).isEqualTo(names(ClosureReason.values()));
    assertThat(codes("client.kyc-approved.v1", "level")).isEqualTo(names(KycLevel.values()));
    assertThat(codes("client.kyc-rejected.v1", "reason"))
        .isEqualTo(names(RejectionReason.values()));
    assertThat(codes("client.kyc-expired.v1", "reason")).isEqualTo(names(ExpiryReason.values()));
  }

  private static List<String> codes(String type, String member) throws IOException {
    return texts(contract(type + ".schema.json").at("/properties/" + member + "/enum"));
  }

  private static JsonNode contract(String file) throws IOException {
    return Json.read(Files.readString(CONTRACTS.resolve(file)), JsonNode.class);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(member -> member.getKey()).toList();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
