package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.kernel.DomainEvent;
import org.corridor.platform.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what the contract shows. */
class EventExamplesTest {

  private static final Path CONTRACTS = Path.of("../../docs/contracts/events");
  private static final UUID USER = UUID.fromString("01936d5c-0000-7000-8000-000000000001");
  private static final UUID ANNA = UUID.fromString("01936d5c-0000-7000-8000-000000000002");
  private static final UUID FAMILY = UUID.fromString("01936d5c-0000-7000-8000-000000000003");
  private static final UUID LINK = UUID.fromString("01936d5c-0000-7000-8000-000000000005");
  private static final String ADMIN = "01936d5c-0000-7000-8000-000000000004";

  static Stream<DomainEvent> events() {
    return Stream.of(
        new UserCreated(USER, List.of("CUSTOMER"), "BER", ANNA, ADMIN),
        new UserUpdated(USER, List.of("TELLER"), "MUC", UserStatus.LOCKED, ADMIN),
        new PasswordChanged(USER, ADMIN),
        new PasswordExpired(USER, ADMIN),
        new PasswordResetRequested(USER, LINK, Instant.parse("2026-11-02T12:30:00Z")),
        new UserInvited(USER, LINK, Instant.parse("2026-11-09T12:00:00Z"), ADMIN),
        new SecondFactorEnabled(USER),
        new SecondFactorDisabled(USER, ADMIN),
        new RecoveryCodeUsed(USER, 9),
        new RecoveryCodesRenewed(USER),
        new PasskeyRegistered(USER, LINK),
        new PasskeyRemoved(USER, LINK, ADMIN),
        new PasskeySuspended(USER, LINK),
        new SessionEnded(USER, LINK, ADMIN),
        new SignedOutEverywhere(USER, ADMIN),
        new PasswordLinkUsed(USER, LINK, PasswordLink.Purpose.RESET),
        SignInSucceeded.from("a browser", USER),
        new SignInFailed(USER, SignInFailed.Reason.WRONG_PASSWORD, 3),
        new TokenFamilyRevoked(
            FAMILY, USER, "corridor-cli", TokenFamilyRevoked.Reason.REFRESH_TOKEN_REUSED),
        new ApiClientRegistered("client-payroll", List.of("accounts:read"), ADMIN),
        new ConsentGiven(USER, "client-budget", List.of("accounts:read", "openid")),
        new ConsentWithdrawn(USER, "client-budget"),
        new ApiClientUpdated("client-payroll", List.of("accounts:read"), false, ADMIN),
        new ApiClientCredentialsChanged(
            "client-payroll",
            ApiClientCredentialsChanged.Kind.SECRET,
            Instant.parse("2026-03-03T12:00:00Z"),
            ADMIN));
  }

  @ParameterizedTest
  @MethodSource("events")
  void looksLikeItsExample(DomainEvent event) throws IOException {
    var example = read(event.type() + ".example.json");

    assertThat(Json.read(Json.write(event), JsonNode.class)).isEqualTo(example);
  }

  @ParameterizedTest
  @MethodSource("events")
  void hasTheMembersOfItsSchema(DomainEvent event) throws IOException {
    var schema = read(event.type() + ".schema.json");
    var members = new ArrayList<String>();
    Json.read(Json.write(event), JsonNode.class).fieldNames().forEachRemaining(members::add);
    var described = new ArrayList<String>();
    schema.get("properties").fieldNames().forEachRemaining(described::add);

    assertThat(members).containsExactlyInAnyOrderElementsOf(described);
    assertThat(schema.get("title").asText()).isEqualTo(event.type());
  }

  private static JsonNode read(String file) throws IOException {
    return Json.mapper().readTree(Files.readString(CONTRACTS.resolve(file)));
  }
}
