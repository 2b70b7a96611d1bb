package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.corridor.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @Test
  void readsBackWhatItHasGivenOut() {
    assertThat(ETags.expected("\"" + ETags.of(42).getValue() + "\"")).isEqualTo(42);
  }

  @Test
  void demandsThatAnUpdateSaysWhatItHasSeen() {
    assertThat(statusOf(null)).isEqualTo(428);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "1",
        "\"a\"",
        "W/\"1\"",
        "\"1\", \"2\"",
        "\"-1\"",
        "\"9999999999999999999\""
      })
  void cannotMatchWhatIsNoStrongTagOfOurs(String ifMatch) {
    assertThat(statusOf(ifMatch)).isEqualTo(412);
  }

  private static int statusOf(String ifMatch) {
    return catchThrowableOfType(ProblemException.class, () -> ETags.expected(ifMatch))
        .getResponse()
        .getStatus();
  }
}
