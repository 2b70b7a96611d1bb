package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUpTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final String STRONG = "urn:corridor:acr:two-factors";
  private static final StepUp BOTH = new StepUp(List.of(STRONG), Duration.ofMinutes(5));

  @ParameterizedTest(name = "{0}, {1} seconds ago: off {2}, two factors {3}, lately {4}, both {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "urn:corridor:acr:two-factors, 299, true, true,  true,  true",
        "urn:corridor:acr:two-factors, 300, true, true,  true,  true",
        "urn:corridor:acr:two-factors, 301, true, true,  false, false",
        "urn:corridor:acr:two-factors, -,   true, true,  false, false",
        "urn:corridor:acr:password,    0,   true, false, true,  false",
        "-,                            0,   true, false, true,  false",
        "-,                            -,   true, false, false, false",
      })
  void asksOfPeopleWhatItIsSetTo(
      String acr, Long secondsAgo, boolean off, boolean strong, boolean fresh, boolean both) {
    var person = person(secondsAgo == null ? null : NOON.minusSeconds(secondsAgo), acr);

    assertThat(StepUp.OFF.isMetBy(person, NOON)).isEqualTo(off);
    assertThat(new StepUp(List.of(STRONG), null).isMetBy(person, NOON)).isEqualTo(strong);
    assertThat(new StepUp(List.of(), Duration.ofMinutes(5)).isMetBy(person, NOON)).isEqualTo(fresh);
    assertThat(BOTH.isMetBy(person, NOON)).isEqualTo(both);
  }

  @Test
  void asksNothingOfMachinesWhichDoNotSignIn() {
    var machine = new Caller("payroll", Set.of(), null, null, Map.of());

    assertThat(BOTH.isMetBy(machine, NOON)).isTrue();
  }

  @Test
  void saysWhatIsMissingAsRfc9470HasIt() {
    assertThat(BOTH.challenge("DPoP"))
        .isEqualTo(
            "DPoP error=\"insufficient_user_authentication\", error_description=\"This needs a"
                + " sign-in by urn:corridor:acr:two-factors and of the last 300 seconds.\","
                + " acr_values=\"urn:corridor:acr:two-factors\", max_age=\"300\"");
    assertThat(new StepUp(List.of("a", "b"), null).challenge("Bearer"))
        .contains("acr_values=\"a b\"")
        .doesNotContain("max_age");
    assertThat(new StepUp(List.of(), Duration.ofSeconds(1)).challenge("Bearer"))
        .contains("max_age=\"1\"")
        .doesNotContain("acr_values");
  }

  @Test
  void takesNoSettingThatNobodyCouldMeetOrThatBreaksAHeader() {
    assertThatThrownBy(() -> new StepUp(List.of(), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepUp(List.of("a\"b"), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StepUp(List.of("a\r\nb"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Caller person(Instant at, String acr) {
    return new Caller("anna", Set.of(), null, null, Map.of(), new Authentication(at, acr));
  }
}
