package org.corridor.transaction.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.UncheckedIOException;
import java.util.List;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.Status;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemException;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, as they come and fault by fault. */
class RequestsTest {

  private static ValidatorFactory factory;
  private static Validator validator;

  @BeforeAll
  static void aValidator() {
    factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    validator = factory.getValidator();
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @Test
  void theExamplesOfTheDescriptionAreAccepted() {
    var byId = Json.read(Examples.TRANSFER, TransferRequest.class);
    var byNumber = Json.read(Examples.TRANSFER_BY_NUMBER, TransferRequest.class);
    var cash = Json.read(Examples.CASH, CashRequest.class);
    var reason = Json.read(Examples.REASON, Reason.class);

    var limit = Json.read(Examples.LIMIT, LimitForm.class);

    assertThat(faults(byId)).isEmpty();
    assertThat(faults(limit)).isEmpty();
    assertThat(faults(byNumber)).isEmpty();
    assertThat(faults(cash)).isEmpty();
    assertThat(faults(reason)).isEmpty();
    assertThat(byId.toTransfer().amount()).isEqualTo(Money.of(25_00, "EUR"));
    assertThat(byId.toTransfer().destination().id()).isNotNull();
    assertThat(byNumber.toTransfer().destination().number()).isEqualTo("1000000002");
    assertThat(cash.toCash().branch()).isNull();
  }

  @Test
  void theExamplesOfPaymentsAreAccepted() {
    var sepa = Json.read(PaymentExamples.SEPA, PaymentRequest.class);
    var swift = Json.read(PaymentExamples.SWIFT, PaymentRequest.class);

    assertThat(faults(sepa)).isEmpty();
    assertThat(faults(swift)).isEmpty();
    assertThat(sepa.toOrder().creditor().iban()).isEqualTo("DE89370400440532013000");
    assertThat(swift.toOrder().creditor().otherAccount()).isEqualTo("000123456789");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"sourceAccountId\":\"01930d2e-7c1a-7000-8000-000000000001\" | \"sourceAccountId\":null | sourceAccountId: is required",
        "{\"amount\":\"25.00\",\"currency\":\"EUR\"} | null | amount: is required",
        "Lunch on Tuesday | \\u0000 | reference: must be 1 to 140 characters, not blank, without control characters",
        "Lunch on Tuesday | | reference: must be 1 to 140 characters, not blank, without control characters",
        "Lunch on Tuesday | ` ` | reference: must be 1 to 140 characters, not blank, without control characters",
      })
  void eachFaultIsToldWithItsPlace(String from, String to, String fault) {
    assertThat(Examples.TRANSFER).contains(from);

    var request =
        Json.read(Examples.TRANSFER.replace(from, to == null ? "" : to), TransferRequest.class);

    assertThat(faults(request)).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":\"25.001\",\"currency\":\"EUR\"}",
        "{\"amount\":\"1e3\",\"currency\":\"EUR\"}",
        "{\"amount\":25.00,\"currency\":\"EUR\"}",
        "{\"amount\":\"25.00\",\"currency\":\"EURO\"}",
        "{\"amount\":\"99999999999999999999\",\"currency\":\"EUR\"}",
        "{\"amount\":\"25.00\",\"currency\":\"EUR\",\"more\":1}",
        "\"25.00 EUR\"",
      })
  void whatIsNoAmountIsNotRead(String amount) {
    var text = Examples.TRANSFER.replace("{\"amount\":\"25.00\",\"currency\":\"EUR\"}", amount);

    assertThatThrownBy(() -> Json.read(text, TransferRequest.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void unknownMembersAreRefused() {
    var text = Examples.CASH.replace("{\"accountId\"", "{\"fee\":\"0\",\"accountId\"");

    assertThatThrownBy(() -> Json.read(text, CashRequest.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aReasonIsAnObjectWithOrWithoutText() {
    assertThat(faults(Json.read("{}", Reason.class))).isEmpty();
    assertThat(faults(Json.read("{\"reason\":\"\"}", Reason.class))).hasSize(1);
    assertThatThrownBy(() -> Json.read("\"typo\"", Reason.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aTransferHasExactlyOneDestination() {
    var none =
        Json.read(
            Examples.TRANSFER.replaceFirst("\"destinationAccountId\":\"[^\"]*\",", ""),
            TransferRequest.class);
    var both =
        Json.read(
            Examples.TRANSFER.replace("{\"source", "{\"destinationAccountNumber\":\"1\",\"source"),
            TransferRequest.class);

    assertThatThrownBy(none::toTransfer).isInstanceOf(ProblemException.class);
    assertThatThrownBy(both::toTransfer).isInstanceOf(ProblemException.class);
  }

  @Test
  void aBatchIsReadAndItsFaultsAreToldWithTheirPlaces() {
    var batch = Json.read(Examples.TRANSFER_BATCH, TransferBatchRequest.class);
    var faulty =
        Json.read(
            Examples.TRANSFER_BATCH.replace(
                "\"reference\":\"Lunch on Tuesday\"", "\"reference\":\"\""),
            TransferBatchRequest.class);
    var homeless =
        Json.read(
            Examples.TRANSFER_BATCH.replace("\"destinationAccountNumber\":\"1000000003\",", ""),
            TransferBatchRequest.class);

    assertThat(faults(batch)).isEmpty();
    assertThat(batch.toTransfers()).hasSize(2);
    assertThat(faults(faulty))
        .containsExactly(
            "transfers[0].reference: must be 1 to 140 characters, not blank, without control"
                + " characters");
    assertThatThrownBy(homeless::toTransfers)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(((Problem) refused.getResponse().getEntity()).errors())
                    .extracting(Problem.Fault::pointer)
                    .containsExactly("/transfers/1/destinationAccountId"));
  }

  @Test
  void queriesSayWhatIsWrong() {
    assertThat(Queries.choice("status", "PAID", Status.class)).isEqualTo(Status.PAID);
    assertThat(Queries.choice("status", null, Status.class)).isNull();
    assertThatThrownBy(() -> Queries.choice("status", "paid", Status.class))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Queries.instant("from", "yesterday"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Queries.id("accountId", "1")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Page.limit("many")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Page.id("AAAA")).isInstanceOf(ProblemException.class);
  }

  private static <T> List<String> faults(T request) {
    return validator.validate(request).stream()
        .map(fault -> fault.getPropertyPath() + ": " + fault.getMessage())
        .toList();
  }
}
