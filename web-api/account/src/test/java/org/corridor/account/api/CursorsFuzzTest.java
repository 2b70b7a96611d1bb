package org.corridor.account.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.corridor.web.problem.ProblemException;

class CursorsFuzzTest {

  /** What PostgreSQL can hold, and no more. */
  private static final LocalDate FIRST = LocalDate.of(-4712, 1, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** A cursor is one of ours, or is refused; never one that only the database would refuse. */
  @FuzzTest
  void readsCursors(FuzzedDataProvider data) {
    var kind = data.consumeInt(0, 1);
    var position = data.consumeRemainingAsString();
    var cursor = Base64.getUrlEncoder().encodeToString(position.getBytes(UTF_8));
    try {
      switch (kind) {
        case 0 -> assertThat(Cursors.day(cursor)).isBetween(FIRST, LAST);
        default -> {
          var place = Cursors.entry(cursor);
          assertThat(place.bookedAt().atOffset(ZoneOffset.UTC).toLocalDate())
              .isBetween(FIRST, LAST);
        }
      }
    } catch (ProblemException refused) {
      assertThat(refused.getResponse().getStatus()).isEqualTo(400);
    }
  }
}
