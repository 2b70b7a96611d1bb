package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, for SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void areThoseOfTheStandard(long seconds, String code) {
    assertThat(OneTimeCodes.code(SECRET, seconds / 30, 8)).isEqualTo(code);
    assertThat(OneTimeCodes.code(SECRET, seconds / 30, 6)).isEqualTo(code.substring(2));
  }

  @Test
  void areTakenFromAClockThatIsHalfAMinuteWrong() {
    var now = Instant.ofEpochSecond(1_111_111_111L);
    var step = now.getEpochSecond() / 30;

    for (var drift = -3; drift <= 3; drift++) {
      var code = OneTimeCodes.code(SECRET, step + drift, OneTimeCodes.DIGITS);
      assertThat(OneTimeCodes.step(SECRET, code, now, 0).isPresent())
          .as("%d steps", drift)
          .isEqualTo(Math.abs(drift) <= 1);
    }
  }

  @Test
  void areTakenOnceAndNoEarlierOneAfterwards() {
    var now = Instant.ofEpochSecond(1_111_111_111L);
    var step = now.getEpochSecond() / 30;
    var before = OneTimeCodes.code(SECRET, step - 1, OneTimeCodes.DIGITS);
    var current = OneTimeCodes.code(SECRET, step, OneTimeCodes.DIGITS);

    assertThat(OneTimeCodes.step(SECRET, current, now, step)).isEmpty();
    assertThat(OneTimeCodes.step(SECRET, before, now, step)).isEmpty();
    assertThat(OneTimeCodes.step(SECRET, current, now, step - 1)).hasValue(step);
  }

  /** RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void haveASecretThatCanBeTyped(String text, String encoded) {
    assertThat(OneTimeCodes.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }
}
