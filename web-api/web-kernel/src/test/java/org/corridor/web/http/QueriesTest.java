package org.corridor.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.corridor.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a query says is what is meant, or a precise refusal; never what only the database refuses.
 */
class QueriesTest {

  @Test
  void readsAnInstant() {
    assertThat(Queries.instant("from", "2026-11-02T12:00:00Z"))
        .isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
    assertThat(Queries.instant("from", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-02",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "3000-01-01T00:00:00Z"
      })
  void refusesWhatIsNoneOrNoneThatTheDatabaseKnows(String text) {
    assertThatThrownBy(() -> Queries.instant("from", text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(400));
  }

  @Test
  void saysWhatIsWrong() {
    refuses(() -> Queries.id("accountId", "1-1-1-1-1"));
    refuses(() -> Queries.choice("day", "monday", DayOfWeek.class));
    refuses(() -> Queries.flag("waiting", "yes"));
    refuses(() -> Queries.day("from", "2999-12-32"));
    refuses(() -> Queries.day("from", "+12026-01-01"));
    refuses(() -> Queries.text("name", "", 3));
    refuses(() -> Queries.text("name", "a\0", 3));
    refuses(() -> Queries.text("name", "abcd", 3));
  }

  @Test
  void readsWhatItIs() {
    assertThat(Queries.choice("day", "MONDAY", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(Queries.flag("waiting", "true")).isTrue();
    assertThat(Queries.flag("waiting", "false")).isFalse();
    assertThat(Queries.text("name", "abc", 3)).isEqualTo("abc");
    assertThat(Queries.id("accountId", "0192F0C1-0000-7000-8000-000000000001"))
        .isEqualTo(UUID.fromString("0192f0c1-0000-7000-8000-000000000001"));
  }

  private static void refuses(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(400));
  }
}
