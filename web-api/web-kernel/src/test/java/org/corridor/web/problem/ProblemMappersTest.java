package org.corridor.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.corridor.kernel.Money;
import org.corridor.platform.json.Json;
import org.corridor.platform.secrets.SecretsUnavailable;
import org.corridor.web.problem.Problem.Fault;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMappersTest {

  record Line(@NotNull(message = "is required") String text) {}

  record Order(
      @NotNull(message = "is required") String name,
      Money price,
      LocalDate day,
      @Size(max = 2, message = "too many") List<@NotNull(message = "is null") @Valid Line> lines,
      Map<String, @Valid Line> notes) {}

  static class Orders {
    public void place(
        @NotNull(message = "is required") @Valid Order order,
        @Size(max = 1, message = "too long") @QueryParam("sort") String sortBy,
        @NotNull(message = "is required") @HeaderParam("If-Match") String ifMatch) {}
  }

  /** As a container makes them: the method again, without its annotations. */
  static class OrdersProxy extends Orders {
    @Override
    public void place(Order order, String sortBy, String ifMatch) {
      super.place(order, sortBy, ifMatch);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"nome\":\"x\"}                                    | /nome            | is not a known member",
        "{\"lines\":[{},{\"a/b~c\":1}]}                      | /lines/1/a~1b~0c | is not a known member",
        "{\"name\":7}                                        | /name            | is not of the expected type or form",
        "{\"day\":\"tomorrow\"}                              | /day             | is not of the expected type or form",
        "{\"price\":{\"amount\":\"1.001\",\"currency\":\"EUR\"}} | /price/amount | must not have more than 2 fraction digits in EUR",
        "{\"price\":{\"amount\":1.5,\"currency\":\"EUR\"}}   | /price/amount    | must be a string",
        "{\"price\":{\"amount\":\"1\",\"currency\":\"EURO\"}} | /price/currency | is not an ISO 4217 currency",
        "{\"price\":{\"amount\":\"1\"}}                      | /price/currency  | is required",
      })
  void pointsToWhatIsWrongInTheJson(String json, String pointer, String detail) {
    var problem = problem(new ProblemMappers.OfJson().toResponse(refusal(json)));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).containsExactly(new Fault(pointer, detail));
  }

  @Test
  void saysWhereJsonIsBrokenWithoutRepeatingIt() {
    var problem = problem(new ProblemMappers.OfJson().toResponse(refusal("{\"name\": secret}")));

    assertThat(problem.code()).isEqualTo("malformed-json");
    assertThat(problem.detail()).contains("line 1").doesNotContain("secret");
  }

  @Test
  void tellsEveryFaultOfABodyAndOfTheParameters() throws Exception {
    var order =
        new Order(
            null,
            null,
            null,
            java.util.Arrays.asList(new Line(null), null, new Line("fine")),
            Map.of("a/b", new Line(null)));

    var faults = faults(new Orders(), order, "long", null);

    assertThat(faults)
        .containsExactly(
            new Fault("/lines", "too many"),
            new Fault("/lines/0/text", "is required"),
            new Fault("/lines/1", "is null"),
            new Fault("/name", "is required"),
            new Fault("/notes/a~1b/text", "is required"),
            new Fault("If-Match", "is required"),
            new Fault("sort", "too long"));
  }

  @Test
  void aMissingBodyIsPointedToAsAWhole() throws Exception {
    assertThat(faults(new Orders(), null, null, "\"1\""))
        .containsExactly(new Fault("", "is required"));
  }

  @Test
  void findsTheNamesOfParametersBehindAProxyToo() throws Exception {
    var anOrder = new Order("a", null, null, null, null);

    assertThat(faults(new OrdersProxy(), anOrder, null, null))
        .containsExactly(new Fault("If-Match", "is required"));
  }

  @Test
  void keepsTheHeadersOfWhatJakartaRestRefuses() {
    var response =
        new ProblemMappers.OfHttp()
            .toResponse(new NotAllowedException("GET", new String[] {"HEAD"}));

    assertThat(problem(response).code()).isEqualTo("method-not-allowed");
    assertThat(response.getHeaderString("Allow")).contains("GET", "HEAD");
    assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
  }

  @Test
  void anAddressWithNothingBehindItIsAProblemToo() {
    var problem =
        problem(new ProblemMappers.OfHttp().toResponse(new NotFoundException("HTTP 404")));

    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.detail()).doesNotContain("HTTP 404");
  }

  @Test
  void neverTellsWhatWentWrongInside() {
    var bug = new IllegalStateException("jdbc:postgresql://db/secret");

    var problem = problem(new ProblemMappers.OfAnythingElse().toResponse(bug));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(Json.write(problem)).doesNotContain("postgresql", "IllegalState");
  }

  private static JsonProcessingException refusal(String json) {
    return catchThrowableOfType(
        JsonProcessingException.class, () -> Json.mapper().readValue(json, Order.class));
  }

  private static List<Fault> faults(Orders orders, Object... parameters) throws Exception {
    var method = Orders.class.getMethod("place", Order.class, String.class, String.class);
    try (var factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      var violations = validator.forExecutables().validateParameters(orders, method, parameters);
      return problem(
              new ProblemMappers.OfConstraints()
                  .toResponse(new ConstraintViolationException(violations)))
          .errors();
    }
  }

  private static Problem problem(Response response) {
    return (Problem) response.getEntity();
  }

  @Test
  void keysThatAreAwayAreWorthAnotherTryAndTheirPlaceIsNotTold() {
    try (var answer =
        new ProblemMappers.OfSecrets()
            .toResponse(new SecretsUnavailable("Vault at https://vault.bank.example is sealed"))) {
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
      assertThat(answer.getEntity().toString())
          .contains("secrets-unavailable")
          .doesNotContain("vault.bank.example");
    }
  }
}
