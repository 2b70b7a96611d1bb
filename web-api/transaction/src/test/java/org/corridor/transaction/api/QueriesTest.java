package org.corridor.transaction.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.corridor.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
