package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.ProblemException;
import org.corridor.web.problem.ProblemMappers;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

class JsonProviderFuzzTest {

  private static final int MOST_OF_AN_ANSWER = 4_096;

  enum Colour {
    RED,
    GREEN
  }

  record Part(
      @NotNull(message = "is required") String name,
      BigDecimal amount,
      LocalDate day,
      Instant at,
      UUID id,
      Colour colour,
      Long number,
      Boolean flag,
      Map<String, Object> rest) {}

  record Whole(
      @Size(max = 3, message = "too many") List<@NotNull(message = "is null") @Valid Part> parts) {}

  private final JsonProvider provider =
      new JsonProvider(
          Validation.byDefaultProvider()
              .configure()
              .messageInterpolator(new ParameterMessageInterpolator())
              .buildValidatorFactory()
              .getValidator());

  /** Whatever comes is read, or is answered by a short problem of the caller's. */
  @FuzzTest
  void readsBodies(byte[] body) throws IOException {
    try {
      assertThat(read(body)).isInstanceOf(Whole.class);
    } catch (JsonProcessingException malformed) {
      assertIsAProblem(new ProblemMappers.OfJson().toResponse(malformed));
    } catch (ConstraintViolationException invalid) {
      assertIsAProblem(new ProblemMappers.OfConstraints().toResponse(invalid));
    } catch (ProblemException refused) {
      assertIsAProblem(refused.getResponse());
    }
  }

  private static void assertIsAProblem(Response response) {
    assertThat(response.getStatus()).isEqualTo(400);
    var problem = (Problem) response.getEntity();
    assertThat(problem.toString().length()).isLessThan(MOST_OF_AN_ANSWER);
  }

  @SuppressWarnings("unchecked")
  private Object read(byte[] body) throws IOException {
    return provider.readFrom(
        (Class<Object>) (Class<?>) Whole.class,
        Whole.class,
        new Annotation[0],
        MediaType.APPLICATION_JSON_TYPE,
        new MultivaluedHashMap<>(),
        new ByteArrayInputStream(body));
  }
}
