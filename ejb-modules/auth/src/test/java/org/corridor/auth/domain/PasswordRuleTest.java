package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "dreizehn Eßtische",
        "\uD83D\uDC34\uD83D\uDC35\uD83D\uDC36"
            + "\uD83D\uDC37\uD83D\uDC38\uD83D\uDC39\uD83D\uDC3A\uD83D\uDC3B\uD83D\uDC3C\uD83D\uDC3D"
            + "\uD83D\uDC3E\uD83D\uDC3F"
      })
  void acceptsWhatIsLong(String password) {
    assertThat(PasswordRule.fault(password, "anna")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "elevenchars", "aaaaaaaaaaaaaaaa", "my name is Anna", "annaannaanna1"})
  void refusesWhatIsShortMonotonousOrTheUserName(String password) {
    assertThat(PasswordRule.fault(password, "anna")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Password2026!!, password",
    "12345monkey12345, monkey",
    "iloveyouiloveyou, iloveyou",
    "i love you forever, iloveyouforever",
    "correct horse battery, correct horse battery"
  })
  void looksForWhatPeopleMakeLong(String password, String known) {
    assertThat(PasswordRule.wellKnownForms(password)).contains(known);
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 10_000})
  void refusesWhatIsTooLongToHash(int length) {
    assertThat(PasswordRule.fault("abcdef".repeat(length).substring(0, length), "anna"))
        .isPresent();
  }
}
