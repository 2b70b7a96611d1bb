package org.corridor.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.ApprovalReason;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitChanged;
import org.corridor.transaction.domain.LimitChanged.Amounts;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.TransactionEvent;
import org.corridor.transaction.domain.TransactionEvent.ApprovalRequested;
import org.corridor.transaction.domain.TransactionEvent.Approved;
import org.corridor.transaction.domain.TransactionEvent.Declined;
import org.corridor.transaction.domain.TransactionEvent.Expired;
import org.corridor.transaction.domain.TransactionEvent.OutcomeUnknown;
import org.corridor.transaction.domain.TransactionEvent.Paid;
import org.corridor.transaction.domain.TransactionEvent.Rejected;
import org.corridor.transaction.domain.TransactionEvent.ReversalFailed;
import org.corridor.transaction.domain.TransactionEvent.ReversalRequested;
import org.corridor.transaction.domain.TransactionEvent.Reversed;
import org.corridor.transaction.domain.TransactionEvent.Subject;
import org.corridor.transaction.domain.TransactionEvent.TransactionCreated;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.transaction.domain.file.TransferFileFinished;
import org.corridor.transaction.domain.file.TransferFileReceived;
import org.corridor.transaction.domain.payment.PaymentEvent;
import org.corridor.transaction.domain.saga.SagaEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published is what {@code docs/contracts/events} says. */
class EventContractTest {

  private static final Path CONTRACTS = Path.of("..", "..", "docs", "contracts", "events");
  private static final Instant AT = Instant.parse("2026-11-02T12:00:00.123456Z");
  private static final UUID ID = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");
  private static final UUID OTHER = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef6");
  private static final Side SOURCE =
      new Side(
          UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e01"),
          UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e02"),
          "BER");
  private static final Side DESTINATION =
      new Side(
          UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e03"),
          UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19e04"),
          "MUC");
  private static final Money AMOUNT = Money.of(25_00, "EUR");
  private static final Subject SUBJECT = new Subject(Kind.TRANSFER, SOURCE, DESTINATION, AMOUNT);

  static Stream<DomainEvent> examples() {
    return Stream.concat(ofTransactions(), SagaContracts.examples());
  }

  private static Stream<DomainEvent> ofTransactions() {
    return Stream.of(
        limitChanged(),
        new TransferFileReceived(ID, TransferFile.Format.PAIN_001, 3, "anna-1", AT),
        new TransferFileFinished(ID, 10, 4, 3, 2, 1, "anna-1", AT),
        new TransactionCreated(
            ID,
            Kind.REVERSAL,
            SOURCE,
            DESTINATION,
            AMOUNT,
            "Paid to the wrong account",
            OTHER,
            "6f1c2f0e",
            "agent-1",
            AT),
        new ApprovalRequested(ID, ApprovalReason.ABOVE_THRESHOLD, SUBJECT, "teller-1", AT),
        new Approved(ID, "agent-1", AT),
        new Rejected(ID, "No papers", SUBJECT, "agent-1", AT),
        new Expired(ID, SUBJECT, "platform", AT),
        new OutcomeUnknown(ID, SUBJECT, "teller-1", AT),
        new Paid(
            ID, Kind.TRANSFER, SOURCE, DESTINATION, AMOUNT, "Lunch on Tuesday", AT, "anna-1", AT),
        new Declined(
            ID,
            Kind.TRANSFER,
            SOURCE,
            DESTINATION,
            AMOUNT,
            "insufficient-funds",
            "The account does not have that much available.",
            "anna-1",
            AT),
        new ReversalRequested(ID, OTHER, "agent-1", AT),
        new ReversalFailed(ID, OTHER, "insufficient-funds", "platform", AT),
        new Reversed(ID, OTHER, "platform", AT));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEventIsAsItsExampleShowsItAndIsReadBack(DomainEvent event) throws IOException {
    var published = Json.write(event);

    assertThat(Json.read(published, JsonNode.class))
        .isEqualTo(contract(event.type() + ".example.json"));
    assertThat(Json.read(published, event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSchemaKnowsEveryMember(DomainEvent event) throws IOException {
    var members = names(Json.read(Json.write(event), JsonNode.class));

    var schema = contract(event.type() + ".schema.json");

    assertThat(schema.get("title").asText()).isEqualTo(event.type());
    assertThat(names(schema.get("properties"))).isEqualTo(members);
    assertThat(members).containsAll(texts(schema.get("required")));
    assertThat(members)
        .filteredOn(m -> !texts(schema.get("required")).contains(m))
        .isSubsetOf("reference", "reverses", "reason", "before", "subject", "step");
  }

  @Test
  void everyEventHasItsContract() {
    assertThat(examples().filter(TransactionEvent.class::isInstance).map(Object::getClass))
        .containsExactlyInAnyOrder(TransactionEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @ValueSource(classes = {SagaEvent.class, PaymentEvent.class})
  void everyEventOfSagasAndPaymentsHasItsContract(Class<?> family) {
    assertThat(examples().filter(family::isInstance).map(Object::getClass))
        .containsExactlyInAnyOrder(family.getPermittedSubclasses());
  }

  private static LimitChanged limitChanged() {
    return new LimitChanged(
        Kind.TRANSFER,
        Audience.CUSTOMER,
        Currency.getInstance("EUR"),
        new Amounts(eur(10_000_00), eur(20_000_00), eur(5_000_00)),
        new Amounts(eur(8_000_00), eur(20_000_00), eur(2_500_00)),
        "admin-1",
        AT);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  private static JsonNode contract(String file) throws IOException {
    return Json.read(Files.readString(CONTRACTS.resolve(file)), JsonNode.class);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(member -> member.getKey()).toList();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
