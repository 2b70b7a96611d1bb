package org.corridor.notification.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternsTest {

  @Test
  void namesPrefixesAndAllMatch() {
    assertThat(new EventPatterns(List.of("transaction.paid")).match("transaction.paid")).isTrue();
    assertThat(new EventPatterns(List.of("transaction.paid")).match("transaction.declined"))
        .isFalse();
    assertThat(new EventPatterns(List.of("account.*")).match("account.frozen")).isTrue();
    assertThat(new EventPatterns(List.of("account.*")).match("client.kyc-expired")).isFalse();
    assertThat(new EventPatterns(List.of("*")).match("client.kyc-expired")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "**", "transaction", "transaction.", "trans*", "auth.*", "a.b"})
  void whatMatchesNothingIsNoPattern(String pattern) {
    assertThat(EventPatterns.isPattern(pattern)).isFalse();
  }

  @Test
  void anEndpointWantsSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EventPatterns(List.of()));
  }
}
