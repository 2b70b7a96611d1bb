package org.corridor.notification.infrastructure.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class HttpAnswerFuzzTest {

  private static final int MOST_READ = 16_384 * 3;

  /** Whatever a server of others sends is an answer or none, and little of it is read. */
  @FuzzTest
  void readsAnswers(byte[] sent) {
    var read = new int[1];
    HttpAnswer answer;
    try {
      answer = HttpAnswer.read(() -> read[0] < sent.length ? sent[read[0]++] & 0xff : -1);
    } catch (IOException noAnswer) {
      return;
    }
    assertThat(answer.status()).isBetween(200, 599);
    assertThat(answer.excerpt()).hasSizeLessThanOrEqualTo(512).doesNotContain("\u0000");
    assertThat(answer.result()).isNotNull();
    assertThat(read[0]).isLessThan(MOST_READ);
  }
}
