package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DpopProofsTest {

  private static final String TOKEN = "a.token.value";
  private static final String PATH = "/api/account/v1/accounts";

  private static ECKey key;
  private static String thumbprint;

  private final DpopProofs proofs = new DpopProofs(URI.create("https://bank.test/api/auth/v1"));

  @BeforeAll
  static void aKey() throws JOSEException {
    key = new ECKeyGenerator(Curve.P_256).generate();
    thumbprint = key.computeThumbprint().toString();
  }

  @Test
  void takesAProofForThisRequestOnce() throws JOSEException {
    var proof = List.of(proof(key, "GET", "https://bank.test" + PATH, TOKEN, Duration.ZERO));

    assertThat(proofs.prove(proof, "GET", PATH, TOKEN, thumbprint)).isTrue();
    assertThat(proofs.prove(proof, "GET", PATH, TOKEN, thumbprint)).isFalse();
  }

  @Test
  void refusesAProofForSomethingElse() throws JOSEException {
    assertThat(prove(proof(key, "POST", "https://bank.test" + PATH, TOKEN, Duration.ZERO)))
        .as("another method")
        .isFalse();
    assertThat(prove(proof(key, "GET", "https://bank.test/api/other", TOKEN, Duration.ZERO)))
        .as("another address")
        .isFalse();
    assertThat(prove(proof(key, "GET", "https://evil.test" + PATH, TOKEN, Duration.ZERO)))
        .as("another server")
        .isFalse();
    assertThat(prove(proof(key, "GET", "https://bank.test" + PATH, "another", Duration.ZERO)))
        .as("another token")
        .isFalse();
  }

  @Test
  void refusesAProofThatIsOldOrOfTheFuture() throws JOSEException {
    for (var age : List.of(Duration.ofMinutes(3), Duration.ofMinutes(-3))) {
      assertThat(prove(proof(key, "GET", "https://bank.test" + PATH, TOKEN, age))).isFalse();
    }
  }

  @Test
  void refusesAnotherKey() throws JOSEException {
    var other = new ECKeyGenerator(Curve.P_256).generate();

    assertThat(prove(proof(other, "GET", "https://bank.test" + PATH, TOKEN, Duration.ZERO)))
        .isFalse();
  }

  @Test
  void refusesNoneTwoAndWhatIsNoProof() throws JOSEException {
    var good = proof(key, "GET", "https://bank.test" + PATH, TOKEN, Duration.ZERO);

    assertThat(proofs.prove(null, "GET", PATH, TOKEN, thumbprint)).isFalse();
    assertThat(proofs.prove(List.of(), "GET", PATH, TOKEN, thumbprint)).isFalse();
    assertThat(proofs.prove(List.of(good, good), "GET", PATH, TOKEN, thumbprint)).isFalse();
    assertThat(prove("x")).isFalse();
    assertThat(prove("x".repeat(10_000))).isFalse();
    assertThat(prove("eyJhbGciOiJub25lIn0.e30.")).isFalse();
  }

  private boolean prove(String proof) {
    return proofs.prove(List.of(proof), "GET", PATH, TOKEN, thumbprint);
  }

  private static String proof(ECKey signer, String method, String uri, String token, Duration age)
      throws JOSEException {
    AccessToken bound = new DPoPAccessToken(token);
    return new DefaultDPoPProofFactory(signer, JWSAlgorithm.ES256)
        .createDPoPJWT(
            new JWTID(), method, URI.create(uri), Date.from(Instant.now().minus(age)), bound, null)
        .serialize();
  }
}
