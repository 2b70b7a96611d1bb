package org.corridor.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.example/cb, https://app.example/cb, true",
    "https://app.example/cb, https://app.example/cb/, false",
    "https://app.example/cb, https://app.example/cb?x=1, false",
    "https://app.example/cb, https://APP.example/cb, false",
    "https://app.example/cb, https://app.example:443/cb, false",
    "https://app.example/cb, http://app.example/cb, false",
    "https://app.example/cb, https://app.example/cb/../evil, false",
    "https://app.example/cb, https://app.example.evil.example/cb, false",
    "https://app.example/cb, https://app.example@evil.example/cb, false",
    "http://127.0.0.1/callback, http://127.0.0.1:8912/callback, true",
    "http://127.0.0.1/callback, http://127.0.0.1:8912/other, false",
    "http://127.0.0.1/callback, http://127.0.0.1:8912/callback?x=1, false",
    "http://127.0.0.1/callback, http://127.0.0.1:8912@evil.example/callback, false",
    "http://127.0.0.1/callback, http://127.0.0.1.evil.example/callback, false",
    "http://127.0.0.1/callback, http://localhost:8912/callback, false",
    "http://127.0.0.1/callback, http://[::1]:8912/callback, false",
    "http://127.0.0.1/callback, https://127.0.0.1:8912/callback, false",
    "http://[::1]/callback, http://[::1]:8912/callback, true",
    "com.example.app:/cb, com.example.app:/cb, true",
    "com.example.app:/cb, com.example.app:/other, false",
  })
  void matchesExactlyButForTheLoopbacksPort(String registered, String asked, boolean matches) {
    assertThat(RedirectUris.match(Set.of(registered), asked)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/cb",
        "https://app.example",
        "http://127.0.0.1/callback",
        "http://[::1]:9000/callback",
        "com.example.app:/callback"
      })
  void acceptsWhatOnlyItsOwnerCanReceive(String uri) {
    assertThat(RedirectUris.isAcceptable(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example/cb",
        "http://localhost/cb",
        "https://app.example/cb#fragment",
        "https://user@app.example/cb",
        "https://app.example/c b",
        "https://*.example/cb",
        "https://app.example/\u0000",
        "http://127.0.0.1/\u0000",
        "javascript:alert(1)",
        "data:text/html,x",
        "myapp:/callback",
        "//app.example/cb",
        "/cb",
        ""
      })
  void refusesTheRest(String uri) {
    assertThat(RedirectUris.isAcceptable(uri)).isFalse();
  }
}
