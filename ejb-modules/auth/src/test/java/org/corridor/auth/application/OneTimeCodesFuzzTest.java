package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

class OneTimeCodesFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Only a code of six digits is taken; what is shown of a secret says all of it. */
  @FuzzTest
  void readsCodes(FuzzedDataProvider data) {
    var secret = Arrays.copyOf(data.consumeBytes(64), 20);
    var typed = data.consumeRemainingAsString();

    if (OneTimeCodes.step(secret, typed, NOW, -1).isPresent()) {
      assertThat(typed).matches("[0-9]{6}");
    }
    assertThat(decode(OneTimeCodes.base32(secret))).isEqualTo(new BigInteger(1, secret));
  }

  private static BigInteger decode(String base32) {
    assertThat(base32).matches("[A-Z2-7]{32}");
    var number = BigInteger.ZERO;
    for (var i = 0; i < base32.length(); i++) {
      var digit = ALPHABET.indexOf(base32.charAt(i));
      number = number.shiftLeft(5).or(BigInteger.valueOf(digit));
    }
    return number;
  }
}
