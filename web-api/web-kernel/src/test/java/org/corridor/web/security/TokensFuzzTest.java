package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.time.Clock;
import java.util.List;

class TokensFuzzTest {

  private static final String KEY = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

  private final TokenVerifier verifier =
      new TokenVerifier(
          new ImmutableJWKSet<>(new JWKSet()), "https://c.test", "corridor", Clock.systemUTC());
  private final DpopProofs proofs = new DpopProofs(URI.create("https://c.test"));

  /** No text that nobody has signed is a token or a proof, and none is an accident. */
  @FuzzTest
  void looksAtTokensAndProofs(FuzzedDataProvider data) {
    var text = data.consumeRemainingAsString();

    assertThat(verifier.look(text)).isEmpty();
    assertThat(verifier.look(dressed(text))).isEmpty();
    assertThat(proofs.prove(List.of(text), "GET", "/", "token", KEY)).isFalse();
    assertThat(proofs.prove(List.of(dressed(text)), "GET", "/", "token", KEY)).isFalse();
  }

  /** Header and claims of the text, a line each, as a token has them. */
  private static String dressed(String text) {
    var lines = text.split("\n", 2);
    return Base64URL.encode(lines[0]) + "." + Base64URL.encode(lines[lines.length - 1]) + ".AAAA";
  }
}
