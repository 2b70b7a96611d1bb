package org.corridor.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

  @Test
  void isReadAsItWasWritten() {
    for (var one :
        List.of(Confirmation.ofKey("a-thumbprint"), Confirmation.ofCertificate("a-thumbprint"))) {
      assertThat(Confirmation.of(Map.copyOf(one.claim()))).isEqualTo(one);
    }
    assertThat(Confirmation.ofKey("a").claim()).isEqualTo(Map.of("jkt", "a"));
    assertThat(Confirmation.ofCertificate("a").claim()).isEqualTo(Map.of("x5t#S256", "a"));
  }

  @Test
  void isNothingThatIsNotKnownHere() {
    for (var claim :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("jwk", "a"),
            Map.of("jkt", 1),
            Map.of("jkt", "a", "x5t#S256", "a"),
            Map.of("x5t#S256", "a", "kid", "a"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Confirmation.of(claim));
    }
  }
}
