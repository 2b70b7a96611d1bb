package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @Test
  void createsOnlyWhereTheCallerSaysThatThereIsNothing() {
    assertThat(ETags.expectedOrNone(null, "*")).isEmpty();
    assertThat(ETags.expectedOrNone("\"7\"", null)).hasValue(7);
    assertThat(refusal(() -> ETags.expectedOrNone(null, null))).isEqualTo(428);
    assertThat(refusal(() -> ETags.expectedOrNone(null, "\"7\""))).isEqualTo(400);
    assertThat(refusal(() -> ETags.expectedOrNone("\"7\"", "*"))).isEqualTo(400);
  }

  private static int refusal(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).getResponse().getStatus();
  }

  private static int statusOf(String ifMatch) {
    return refusal(() -> ETags.expected(ifMatch));
  }
}
