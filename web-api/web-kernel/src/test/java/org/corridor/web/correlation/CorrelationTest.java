package org.corridor.web.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "order-7_b.c:d", "0192f0c1-0000-7000-8000-000000000001"})
  void acceptsWhatIsSafeToLog(String sent) {
    assertThat(Correlation.acceptOrMake(sent)).isEqualTo(sent);
  }

  @Test
  void acceptsSixtyFourCharactersAndNoMore() {
    assertThat(Correlation.acceptOrMake("a".repeat(64))).isEqualTo("a".repeat(64));
    assertThat(Correlation.acceptOrMake("a".repeat(65))).hasSize(36);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\nb",
        "a\r\nX-Evil: 1",
        "a\"b",
        "<b>",
        "ä",
        "a\u0000",
        "a\u202eb"
      })
  void makesItsOwnWhenItIsNot(String sent) {
    assertThat(Correlation.acceptOrMake(sent)).isNotEqualTo(sent).hasSize(36);
  }

  @Test
  void isTheSameForAllOfARequestAndAnotherOutsideOfOne() {
    Correlation.begin("one");
    assertThat(Correlation.currentId()).isEqualTo("one").isEqualTo(Correlation.currentId());
    Correlation.end();

    assertThat(Correlation.currentId()).isNotEqualTo(Correlation.currentId());
  }

  @Test
  void theLogContextForgetsTheRequest() {
    LogContext.put("userId", "user-1");
    assertThat(LogContext.get("userId")).isEqualTo("user-1");

    LogContext.clear();

    assertThat(LogContext.get("userId")).isNull();
  }

  @Test
  void thereIsNoTraceWithoutTracing() {
    assertThat(Tracing.currentTraceId()).isEmpty();
  }
}
