package org.corridor.client.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {Examples.INDIVIDUAL, Examples.BUSINESS})
  void theExamplesOfTheDescriptionAreAccepted(String example) {
    var registration = Json.read(example, Registration.class);

    assertThat(validator.validate(registration)).isEmpty();
    assertThat(registration.toProfile().addresses()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"BER\"            | \"ber\"          | branch                          | must be a branch code of 2 to 10 capital letters and digits",
        "\"Anna\"           | \"\"             | individual.givenName            | must be a name of 1 to 140 characters, without control characters and without space around them",
        "\"Müller\"         | \"M\\nr\"        | individual.familyName           | must be a name of 1 to 140 characters, without control characters and without space around them",
        "\"1990-04-01\"     | \"1899-12-31\"   | individual.birthDate            | must be a day from 1900-01-01 until today",
        "\"1990-04-01\"     | \"2999-12-31\"   | individual.birthDate            | must be a day from 1900-01-01 until today",
        "\"Berlin\"         | null             | addresses[0].town               | is required",
        "\"town\":\"Berlin\",\"country\":\"DE\" | \"town\":\"Berlin\",\"country\":\"XX\" | addresses[0].country | must be an ISO 3166-1 alpha-2 country code such as DE",
        "\"HOME\"           | null             | addresses[0].kind               | is required",
        "\"EMAIL\"          | \"PHONE\"        | contactPoints[0].value          | must be a phone number in the form of E.164 such as +493012345678",
        "anna@example.com   | anna             | contactPoints[0].value          | must be an e-mail address such as anna@example.com",
        "\"de\"             | \"german\"       | preferredLanguage               | must be an ISO 639-1 language code such as de",
      })
  void eachFaultIsToldWithItsPlace(String from, String to, String path, String message) {
    assertThat(Examples.INDIVIDUAL).contains(from);

    var faults = validate(Examples.INDIVIDUAL.replace(from, to));

    assertThat(faults).containsExactly(path + ": " + message);
  }

  @Test
  void aClientIsEitherAPersonOrABusiness() {
    var both =
        Examples.INDIVIDUAL.replace(
            "\"addresses\"",
            "\"business\":{\"legalName\":\"A\",\"registrationNumber\":\"1\",\"country\":\"DE\"},"
                + "\"addresses\"");

    assertThat(validate(both))
        .containsExactly("business: must not be there together with individual");
    assertThat(validate(Examples.INDIVIDUAL.replaceAll("(?s)\"individual\":\\{.*?\\},", "")))
        .containsExactly("individual: is required, unless there is business");
  }

  @Test
  void thereIsOneAddressAtLeastAndTenAtMost() {
    var address = "{\"kind\":\"HOME\",\"town\":\"Berlin\",\"country\":\"DE\"}";
    var eleven = String.join(",", Collections.nCopies(11, address));

    assertThat(validate(withAddresses(""))).containsExactly("addresses: must have 1 to 10 entries");
    assertThat(validate(withAddresses(eleven)))
        .containsExactly("addresses: must have 1 to 10 entries");
  }

  static Stream<Class<?>> bodies() {
    return Stream.of(
        ClientView.class,
        ClientLine.class,
        AddressView.class,
        ContactPointView.class,
        Suspension.class,
        Closure.class,
        KycApproval.class,
        KycRejection.class);
  }

  /** Enumerations lie outside of the WAR, where the server's description cannot see them. */
  @ParameterizedTest
  @MethodSource("bodies")
  void theDescriptionNamesEveryCode(Class<?> body) throws NoSuchFieldException {
    for (var component : body.getRecordComponents()) {
      if (component.getType().isEnum()) {
        var schema = body.getDeclaredField(component.getName()).getAnnotation(Schema.class);
        assertThat(schema.enumeration())
            .as("%s", component)
            .containsExactly(
                Arrays.stream(component.getType().getEnumConstants())
                    .map(Object::toString)
                    .toArray(String[]::new));
      }
    }
  }

  private static String withAddresses(String addresses) {
    return Examples.INDIVIDUAL.replaceAll(
        "(?s)\"addresses\":\\[.*?\\]", "\"addresses\":[" + addresses + "]");
  }

  private static List<String> validate(String json) {
    return validator.validate(Json.read(json, Registration.class)).stream()
        .map(RequestsTest::describe)
        .sorted()
        .toList();
  }

  private static String describe(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + ": " + violation.getMessage();
  }
}
