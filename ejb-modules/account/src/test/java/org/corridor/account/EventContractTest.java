package org.corridor.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.corridor.account.domain.AccountEvent;
import org.corridor.account.domain.AccountEvent.AccountBecameDormant;
import org.corridor.account.domain.AccountEvent.AccountClosed;
import org.corridor.account.domain.AccountEvent.AccountFrozen;
import org.corridor.account.domain.AccountEvent.AccountOpened;
import org.corridor.account.domain.AccountEvent.AccountReactivated;
import org.corridor.account.domain.AccountEvent.AccountUnfrozen;
import org.corridor.account.domain.FreezeReason;
import org.corridor.account.domain.ProductCreated;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.endofday.DayEnded;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.InterestCapitalised;
import org.corridor.account.domain.interest.InterestSide;
import org.corridor.account.domain.ledger.BalanceCorrected;
import org.corridor.account.domain.ledger.HoldEvent;
import org.corridor.account.domain.ledger.HoldEvent.HoldCaptured;
import org.corridor.account.domain.ledger.HoldEvent.HoldExpired;
import org.corridor.account.domain.ledger.HoldEvent.HoldPlaced;
import org.corridor.account.domain.ledger.HoldEvent.HoldReleased;
import org.corridor.account.domain.ledger.JournalPosted;
import org.corridor.account.domain.ledger.JournalPosted.BookedLeg;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what {@code docs/contracts/events} says. */
class EventContractTest {

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final Set<String> OPTIONAL =
      Set.of(
          "captures", "reverses", "clientId", "branch", "product", "interest", "dormantAfterDays");

  private static final UUID CLIENT = id(0);
  private static final UUID ACCOUNT = id(1);
  private static final UUID OTHER = id(2);
  private static final UUID JOURNAL = id(3);
  private static final UUID HOLD = id(4);
  private static final UUID PRODUCT = id(5);

  private static UUID id(int last) {
    return UUID.fromString("0192f0c1-6f5e-7c3a-9d0e-1b2c3d4e5f6" + last);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  static Stream<DomainEvent> examples() {
    return Stream.of(
        new JournalPosted(
            JOURNAL,
            "TRANSFER",
            LocalDate.of(2026, 11, 2),
            Instant.parse("2026-11-02T12:00:00Z"),
            List.of(
                new BookedLeg(ACCOUNT, eur(-125_00), eur(875_00)),
                new BookedLeg(OTHER, eur(125_00), eur(125_00))),
            HOLD,
            PRODUCT,
            Map.of("reference", "rent")),
        new HoldPlaced(HOLD, ACCOUNT, eur(60_00), Instant.parse("2026-11-09T12:00:00Z")),
        new HoldCaptured(HOLD, ACCOUNT, JOURNAL, eur(20_00), eur(40_00)),
        new HoldReleased(HOLD, ACCOUNT, eur(40_00)),
        new HoldExpired(HOLD, ACCOUNT, eur(40_00)),
        new BalanceCorrected(
            ACCOUNT,
            HOLD,
            eur(875_01),
            eur(875_00),
            eur(0),
            eur(60_00),
            "restored from a backup",
            "admin"),
        new AccountOpened(ACCOUNT, "CO8300000000000042", CLIENT, "BER", "CURRENT-EUR", "EUR"),
        new AccountFrozen(ACCOUNT, FreezeReason.COMPLIANCE),
        new AccountUnfrozen(ACCOUNT),
        new AccountBecameDormant(ACCOUNT),
        new AccountReactivated(ACCOUNT),
        new AccountClosed(ACCOUNT),
        new InterestCapitalised(
            ACCOUNT, JOURNAL, InterestSide.CREDIT, LocalDate.of(2026, 10, 31), eur(1_85)),
        new DayEnded(HOLD, LocalDate.of(2026, 10, 31), 1200, 1150, 2),
        new ProductCreated(
            PRODUCT,
            "CURRENT-EUR",
            "Current account",
            ProductKind.CURRENT,
            "EUR",
            eur(500_00),
            new ProductCreated.Interest("0.5", "9.75", "ACT/365F", Capitalisation.MONTHLY),
            365));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsAsItsExampleShowsIt(DomainEvent event) throws IOException {
    var published = Json.read(Json.write(event), JsonNode.class);

    assertThat(published).isEqualTo(contract(event.type() + ".example.json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSchemaKnowsEveryMemberAndDemandsThoseThatAreAlwaysThere(DomainEvent event)
      throws IOException {
    var members = names(Json.read(Json.write(event), JsonNode.class));

    var schema = contract(event.type() + ".schema.json");

    assertThat(schema.get("title").asText()).isEqualTo(event.type());
    assertThat(names(schema.get("properties"))).isEqualTo(members);
    assertThat(texts(schema.get("required")))
        .isEqualTo(members.stream().filter(name -> !OPTIONAL.contains(name)).toList());
  }

  @Test
  void everyEventHasItsContract() {
    var known =
        new HashSet<Class<?>>(
            Set.of(
                JournalPosted.class,
                BalanceCorrected.class,
                ProductCreated.class,
                InterestCapitalised.class,
                DayEnded.class));
    known.addAll(Arrays.asList(HoldEvent.class.getPermittedSubclasses()));
    known.addAll(Arrays.asList(AccountEvent.class.getPermittedSubclasses()));

    assertThat(examples().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void theSchemasKnowEveryCode() throws IOException {
    assertThat(codes("account.account-frozen.v1", "reason"))
        .isEqualTo(names(FreezeReason.values()));
    assertThat(codes("account.product-created.v1", "kind")).isEqualTo(names(ProductKind.values()));
    assertThat(codes("account.interest-capitalised.v1", "side"))
        .isEqualTo(names(InterestSide.values()));
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
