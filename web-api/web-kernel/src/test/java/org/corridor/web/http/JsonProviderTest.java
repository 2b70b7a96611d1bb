package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.Problem.Fault;
import org.corridor.web.problem.ProblemException;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class JsonProviderTest {

  record Line(@NotNull(message = "is required") String text) {}

  record Order(List<@NotNull(message = "is null") @Valid Line> lines) {}

  private final JsonProvider provider =
      new JsonProvider(
          Validation.byDefaultProvider()
              .configure()
              .messageInterpolator(new ParameterMessageInterpolator())
              .buildValidatorFactory()
              .getValidator());

  @Test
  void readsWhatIsValid() throws IOException {
    assertThat(read("{\"lines\":[{\"text\":\"a\"}]}")).isEqualTo(new Order(List.of(new Line("a"))));
  }

  @Test
  void refusesWhatIsNot() {
    var refusal =
        catchThrowableOfType(
            ConstraintViolationException.class, () -> read("{\"lines\":[{},null]}"));

    assertThat(refusal.getConstraintViolations())
        .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessage())
        .containsExactlyInAnyOrder("lines[0].text is required", "lines[1].<list element> is null");
  }

  @Test
  void refusesABodyThatIsNotThere() {
    for (var nothing : List.of("", "  ", "null")) {
      var refusal = catchThrowableOfType(ProblemException.class, () -> read(nothing));

      var problem = (Problem) refusal.getResponse().getEntity();
      assertThat(problem.errors()).containsExactly(new Fault("", "is required"));
    }
  }

  @Test
  void refusesABodyThatIsNoText() {
    var utf32InAnOddOrder = new byte[] {0, 0, '{', 0, 0, 0, '}', 0};
    var refusal = catchThrowableOfType(ProblemException.class, () -> read(utf32InAnOddOrder));

    var problem = (Problem) refusal.getResponse().getEntity();
    assertThat(problem.code()).isEqualTo("malformed-json");
    assertThat(problem.status()).isEqualTo(400);
  }

  private Object read(String body) throws IOException {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked")
  private Object read(byte[] body) throws IOException {
    return provider.readFrom(
        (Class<Object>) (Class<?>) Order.class,
        Order.class,
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        new ByteArrayInputStream(body));
  }
}
