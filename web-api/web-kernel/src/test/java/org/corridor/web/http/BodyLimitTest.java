package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.corridor.web.problem.ProblemException;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.spi.HttpRequest;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  private final BodyLimit limit = new BodyLimit();

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

  private static MockHttpRequest post(int bytes) throws Exception {
    return MockHttpRequest.post("/")
        .content(new ByteArrayInputStream(new byte[bytes]))
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
