package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Set;

class RedirectUrisFuzzTest {

  private static final String SITE = "https://bank.example/callback";
  private static final String LOOPBACK = "http://127.0.0.1:7777/callback";

  /** Whatever matches leads to the host that was registered, as a browser reads it. */
  @FuzzTest
  void matchesAddresses(FuzzedDataProvider data) {
    var asked = data.consumeRemainingAsString();

    if (RedirectUris.match(Set.of(SITE), asked)) {
      assertThat(asked).isEqualTo(SITE);
    }
    if (RedirectUris.match(Set.of(LOOPBACK), asked)) {
      var address = URI.create(asked);
      assertThat(address.getHost()).isEqualTo("127.0.0.1");
      assertThat(address.getRawPath()).isEqualTo("/callback");
      assertThat(address.getRawUserInfo()).isNull();
    }
    if (RedirectUris.isAcceptable(asked)) {
      assertThat(asked).doesNotContain("\r", "\n", "#", " ");
      assertThat(RedirectUris.match(Set.of(asked), asked)).isTrue();
    }
  }
}
