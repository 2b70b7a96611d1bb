package org.corridor.web.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What it costs a context to tell whom an access token speaks for, the first time and when it has
 * seen it before, with a thousand revocations to look among. No test: run it by its name.
 */
class VerificationCost {

  private static final String ISSUER = "https://corridor.test";
  private static final String AUDIENCE = "corridor-account";
  private static final int TOKENS = 2_000;
  private static final int ROUNDS = 500;
  private static final int REVOCATIONS = 1_000;

  private final RSAKey key;
  private int good;

  VerificationCost() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("current").generate();
  }

  @Test
  void isPrinted() throws Exception {
    var tokens = tokens();
    var revoked =
        new RevokedTokens(since -> revocations(), Duration.ofSeconds(3), Clock.systemUTC());
    revoked.ask();
    for (var warmUp = 0; warmUp < 3; warmUp++) {
      verify(verifier(), tokens, revoked);
    }
    var verifier = verifier();
    var first = verify(verifier, tokens, revoked) / TOKENS;
    var again = 0.0;
    for (var round = 0; round < ROUNDS; round++) {
      again += verify(verifier, tokens, revoked);
    }
    again /= (double) ROUNDS * TOKENS;
    System.out.printf(
        Locale.ROOT,
        "verified the first time %.1f us, seen before %.2f us: %.0f times cheaper (%d good)%n",
        first,
        again,
        first / again,
        good);
  }

  /** Microseconds for all of them. */
  private double verify(TokenVerifier verifier, List<String> tokens, RevokedTokens revoked) {
    var start = System.nanoTime();
    for (var token : tokens) {
      if (verifier.look(token).filter(found -> !revoked.contains(found.marks())).isPresent()) {
        good++;
      }
    }
    return (System.nanoTime() - start) / 1e3;
  }

  private TokenVerifier verifier() {
    var keys = new ImmutableJWKSet<SecurityContext>(new JWKSet(key.toPublicJWK()));
    return new TokenVerifier(keys, ISSUER, AUDIENCE, Clock.systemUTC());
  }

  private List<String> tokens() throws Exception {
    var signer = new RSASSASigner(key);
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("current")
            .build();
    var tokens = new ArrayList<String>();
    for (var number = 0; number < TOKENS; number++) {
      var jwt = new SignedJWT(header, claims());
      jwt.sign(signer);
      tokens.add(jwt.serialize());
    }
    return tokens;
  }

  private static JWTClaimsSet claims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(UUID.randomUUID().toString())
        .audience(AUDIENCE)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .jwtID(UUID.randomUUID().toString())
        .claim("client_id", "corridor-cli")
        .claim("sid", UUID.randomUUID().toString())
        .claim("auth_time", now.getEpochSecond())
        .claim("permissions", List.of("accounts:read", "transactions:read"))
        .build();
  }

  private static String revocations() throws IOException {
    var list = new StringBuilder("{\"asOf\":\"" + Instant.now() + "\",\"revocations\":[");
    for (var number = 0; number < REVOCATIONS; number++) {
      list.append(number == 0 ? "" : ",")
          .append("{\"fingerprint\":\"")
          .append(TokenMarks.fingerprint("sid", UUID.randomUUID().toString()))
          .append("\",\"issuedUntil\":\"")
          .append(Instant.now())
          .append("\"}");
    }
    return list.append("]}").toString();
  }
}
