package org.corridor.account.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.account.application.StatementWindow.Place;
import org.corridor.platform.json.Json;
import org.corridor.web.paging.Page;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemException;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(Examples.PRODUCT, ProductForm.class),
        Arguments.of(Examples.ACCOUNT, AccountForm.class),
        Arguments.of(Examples.INTERNAL_ACCOUNT, InternalAccountForm.class),
        Arguments.of(Examples.FREEZE, FreezeForm.class),
        Arguments.of(Examples.HOLD, HoldForm.class),
        Arguments.of(Examples.TRANSFER, JournalForm.class),
        Arguments.of(Examples.REVERSAL, JournalForm.class),
        Arguments.of(Examples.JOURNAL_BATCH, JournalBatchForm.class),
        Arguments.of(Examples.DRY_REBUILD, RebuildForm.class),
        Arguments.of(Examples.REBUILD, RebuildForm.class),
        Arguments.of(Examples.END_OF_DAY, EndOfDayForm.class));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfTheDescriptionAreAccepted(String example, Class<?> form) {
    assertThat(validator.validate(Json.read(example, form))).isEmpty();
  }

  @Test
  void theExamplesOfPostingsAreWellFormed() {
    for (var example : new String[] {Examples.TRANSFER, Examples.REVERSAL}) {
      var posting = Json.read(example, JournalForm.class).toPosting(UUID.randomUUID(), "test");
      assertThat(posting.fault()).isEmpty();
    }
  }

  @Test
  void aBatchOfPostingsIsWellFormedAndHasNoIdTwice() {
    var batch = Json.read(Examples.JOURNAL_BATCH, JournalBatchForm.class).toBatch("test");
    assertThat(batch.fault()).isEmpty();
    assertThat(batch.allOrNothing()).isTrue();

    var twice =
        Json.read(Examples.JOURNAL_BATCH.replace("4e5f72", "4e5f71"), JournalBatchForm.class);
    assertThatThrownBy(() -> twice.toBatch("test"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(((Problem) refused.getResponse().getEntity()).errors())
                    .containsExactly(
                        new Problem.Fault("/postings/1/id", "appears twice in the batch")));
  }

  @Test
  void aFaultInABatchIsNamedByItsPlace() {
    var form =
        Json.read(
            Examples.JOURNAL_BATCH.replaceFirst("\"kind\": \"TRANSFER\",", ""),
            JournalBatchForm.class);

    assertThat(validator.validate(form))
        .singleElement()
        .satisfies(fault -> assertThat(fault.getPropertyPath()).hasToString("postings[0].kind"));
  }

  @ParameterizedTest(name = "{0} -> {1} is refused at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"CURRENT-EUR\"     | \"current\"  | code     | must be 2 to 40 capital letters, digits and hyphens",
        "\"Current account\" | \" \"        | name     | must be 2 to 100 characters, no control characters",
        "\"Current account\" | \"a\\u0000\" | name     | must be 2 to 100 characters, no control characters",
        "\"EUR\",            | \"EURO\",    | currency | must be an ISO 4217 currency",
        "\"EUR\",            | \"XAU\",     | currency | must be an ISO 4217 currency",
        "\"CURRENT\"         | null         | kind     | is required",
      })
  void aFaultInAProductIsNamed(String part, String replacement, String path, String message) {
    var form = Json.read(Examples.PRODUCT.replace(part, replacement), ProductForm.class);

    assertThat(validator.validate(form))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.getPropertyPath()).hasToString(path);
              assertThat(fault.getMessage()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"500.00\", \"currency\": \"EUR\" | \"500.00\", \"currency\": \"USD\"",
        "\"500.00\"                        | \"-0.01\"",
        "\"500.00\"                        | \"200000000000000.00\"",
      })
  void anOverdraftLimitIsAnAmountOfTheProductsCurrency(String part, String replacement) {
    var form = Json.read(Examples.PRODUCT.replace(part, replacement), ProductForm.class);

    assertThatThrownBy(form::draft).hasMessage("malformed-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"0.5\"      | \"0.0000001\"",
        "\"0.5\"      | \"-1\"",
        "\"0.5\"      | \"1e1\"",
        "\"9.75\"     | \"100.000001\"",
        "\"9.75\"     | \"1000\"",
        "\"ACT/365F\" | \"ACT/364\"",
        "\"ACT/365F\" | null",
        "\"MONTHLY\"  | null",
      })
  void theInterestOfAProductMakesSense(String part, String replacement) {
    var form = Json.read(Examples.PRODUCT.replace(part, replacement), ProductForm.class);

    assertThatThrownBy(form::draft).hasMessage("malformed-request");
  }

  @Test
  void interestOfNothingIsRefusedAndOneSideIsEnough() {
    var none = Examples.PRODUCT.replace("\"0.5\"", "\"0\"").replace("\"9.75\"", "\"0.00\"");
    assertThatThrownBy(Json.read(none, ProductForm.class)::draft).hasMessage("malformed-request");

    var one = Json.read(Examples.PRODUCT.replace("\"0.5\"", "null"), ProductForm.class).draft();
    assertThat(one.interest().credit().isZero()).isTrue();
    assertThat(one.interest().debit().toPercent()).isEqualTo("9.75");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mustNotGoBelow\": {\"amount\": \"1\", \"currency\": \"EUR\"}",
        "\"mustNotGoBelow\": {\"amount\": \"-1\", \"currency\": \"USD\"}",
        "\"mustNotGoAbove\": {\"amount\": \"-1\", \"currency\": \"EUR\"}",
        "\"mustNotGoAbove\": {\"amount\": \"90000000000000000\", \"currency\": \"EUR\"}",
      })
  void theLimitsOfAnInternalAccountMakeSense(String limit) {
    var body = Examples.INTERNAL_ACCOUNT.replace("}", ", " + limit + "}");
    var form = Json.read(body, InternalAccountForm.class);

    assertThatThrownBy(form::check).hasMessage("malformed-request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"correct\": true}",
        "{\"reason\": \"just because\"}",
        "{\"correct\": true, \"reason\": \"no\"}",
      })
  void aCorrectionHasAReason(String body) {
    assertThat(validator.validate(Json.read(body, RebuildForm.class))).hasSize(1);
  }

  @Test
  void aCursorOfAStatementIsReadBack() {
    var place = new Place(Instant.parse("2026-11-02T12:00:00.123456Z"), 42);
    var cursor = Page.of(List.of(place, place), 1, (Place p) -> Cursors.of(p)).next();

    assertThat(Cursors.entry(cursor)).isEqualTo(place);
    assertThat(Cursors.entry(null)).isNull();
    assertThatThrownBy(() -> Cursors.entry("eHg")).hasMessage("malformed-request");
  }
}
