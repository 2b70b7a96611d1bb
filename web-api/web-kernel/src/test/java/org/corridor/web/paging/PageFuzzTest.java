package org.corridor.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.corridor.web.problem.ProblemException;

class PageFuzzTest {

  /** A cursor of ours leads back to where it was made; any other text is refused or is a place. */
  @FuzzTest
  void readsCursors(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();
    try {
      assertThat(Page.position(text)).isNotNull();
      if (data.remainingBytes() % 2 == 0) {
        assertThat(Page.number(text)).isNotNegative();
      } else {
        assertThat(Page.id(text)).isNotNull();
      }
    } catch (ProblemException refused) {
      assertThat(refused.getResponse().getStatus()).isEqualTo(400);
    }
    // what UTF-8 cannot write is in no position of ours
    var position = new String(text.getBytes(UTF_8), UTF_8);
    var cursor = Page.of(List.of(position, position), 1, place -> place).next();
    assertThat(Page.position(cursor)).isEqualTo(position);
    assertThat(cursor).matches("[A-Za-z0-9_-]*");
  }
}
