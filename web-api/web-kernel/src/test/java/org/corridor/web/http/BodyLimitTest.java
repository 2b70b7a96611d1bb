package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.corridor.platform.json.Json;
import org.corridor.web.problem.ProblemException;
import org.corridor.web.problem.ProblemMappers;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.spi.HttpRequest;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  private final BodyLimit limit = new BodyLimit(BodyLimit.MAX_BYTES);

  @Test
  void letsABodyOfTheLargestSizePass() throws Exception {
    var body = filtered(post(BodyLimit.MAX_BYTES));

    assertThatCode(body::readAllBytes).doesNotThrowAnyException();
  }

  @Test
  void endsABodyThatDoesNotSayHowLargeItIs() throws Exception {
    var body = filtered(post(BodyLimit.MAX_BYTES + 1));

    var refused = catchThrowableOfType(ProblemException.class, body::readAllBytes);

    assertThat(refused.getResponse().getStatus()).isEqualTo(413);
  }

  @Test
  void countsSingleBytesToo() throws Exception {
    var body = filtered(post(BodyLimit.MAX_BYTES + 1));

    var refused = catchThrowableOfType(ProblemException.class, () -> drainByteByByte(body));

    assertThat(refused.getResponse().getStatus()).isEqualTo(413);
  }

  @Test
  void refusesABodyThatSaysItIsTooLargeWithoutReadingIt() throws Exception {
    var request = post(1).header("Content-Length", String.valueOf(BodyLimit.MAX_BYTES + 1));
    var context = new PreMatchContainerRequestContext(request, null, null);

    limit.filter(context);

    assertThat(context.getResponseAbortedWith().getStatus()).isEqualTo(413);
  }

  /** Jackson wraps what its input throws. */
  @Test
  void isToldAsItIsAlsoByAReaderOfJson() throws Exception {
    var json = "{\"line\":{\"text\":" + " ".repeat(BodyLimit.MAX_BYTES) + "\"x\"}}";
    var body = filtered(post(json.getBytes(StandardCharsets.US_ASCII)));

    var wrapped =
        catchThrowableOfType(
            JsonProcessingException.class, () -> Json.mapper().readValue(body, Note.class));

    assertThat(new ProblemMappers.OfJson().toResponse(wrapped).getStatus()).isEqualTo(413);
  }

  record Line(String text) {}

  record Note(Line line) {}

  private static MockHttpRequest post(int bytes) throws Exception {
    return post(new byte[bytes]);
  }

  private static MockHttpRequest post(byte[] body) throws Exception {
    return MockHttpRequest.post("/")
        .content(new ByteArrayInputStream(body))
        .contentType("application/json");
  }

  private InputStream filtered(HttpRequest request) {
    limit.filter(new PreMatchContainerRequestContext(request, null, null));
    return request.getInputStream();
  }

  private static void drainByteByByte(InputStream body) throws IOException {
    var read = body.read();
    while (read >= 0) {
      read = body.read();
    }
  }
}
