package org.corridor.transaction.infrastructure.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.payment.ProcessorAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.Accepted;
import org.corridor.transaction.application.payment.ProcessorAnswer.NoAnswer;
import org.corridor.transaction.application.payment.ProcessorAnswer.NotKnown;
import org.corridor.transaction.application.payment.ProcessorAnswer.Rejected;
import org.corridor.transaction.application.payment.ProcessorAnswer.Settled;
import org.corridor.transaction.infrastructure.payment.ProcessorCalls.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a processor's answers are read. */
class RestProcessorTest {

  @Test
  void tellsWhatHasBecomeOfAPayment() {
    assertThat(answer(201, "{\"status\":\"ACCEPTED\",\"reference\":\"R-1\",\"more\":1}"))
        .isEqualTo(new Accepted("R-1"));
    assertThat(answer(200, "{\"status\":\"SETTLED\"}")).isEqualTo(new Settled(null));
    assertThat(answer(200, "{\"status\":\"REJECTED\",\"code\":\"AC04\",\"reason\":\"closed\"}"))
        .isEqualTo(new Rejected("The processor refuses it (AC04): closed"));
    assertThat(answer(404, "{}")).isEqualTo(new NotKnown());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void takesANoForANo(int status) {
    assertThat(answer(status, "{\"reason\":\"closed\"}"))
        .isEqualTo(new Rejected("The processor refuses it: closed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "[]", "{\"status\":\"DANCING\"}", "{\"status\":1}"})
  void assumesNothingOfWhatItDoesNotUnderstand(String body) {
    assertThat(answer(200, body)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void boundsWhatOthersWrite() {
    var endless = "x".repeat(10_000);

    var rejected = (Rejected) answer(422, "{\"reason\":\"" + endless + "\"}");

    assertThat(rejected.detail()).hasSizeLessThan(200);
  }

  private static ProcessorAnswer answer(int status, String body) {
    return RestProcessor.answer(new Reply(status, Json.read(body, JsonNode.class)));
  }
}
