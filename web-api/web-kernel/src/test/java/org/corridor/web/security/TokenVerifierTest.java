package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Confirmation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenVerifierTest {

  private static final String ISSUER = "https://corridor.test";
  private static final String AUDIENCE = "corridor-client";
  private static final UUID ANNA = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

  private static RSAKey key;
  private static RSAKey sameIdOtherKey;
  private static RSAKey unknownKey;

  private final SettableClock clock = new SettableClock(Instant.now());
  private TokenVerifier verifier;

  @BeforeAll
  static void keys() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("current").generate();
    sameIdOtherKey = new RSAKeyGenerator(2048).keyID("current").generate();
    unknownKey = new RSAKeyGenerator(2048).keyID("unknown").generate();
  }

  @BeforeEach
  void aVerifier() {
    var keys =
        new ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext>(new JWKSet(key.toPublicJWK()));
    verifier = new TokenVerifier(keys, ISSUER, AUDIENCE, clock);
  }

  @Test
  void readsTheCallerFromAGoodToken() throws Exception {
    var token =
        signed(
            claims ->
                claims
                    .claim("permissions", List.of("clients:read", "accounts:read"))
                    .claim("branch", "BER")
                    .claim("corridor_client", ANNA.toString())
                    .claim("amount_limits", Map.of("EUR", "5000.00")));

    var caller = verifier.verify(token).orElseThrow();

    assertThat(caller.subject()).isEqualTo("user-1");
    assertThat(caller.permissions()).containsExactlyInAnyOrder("clients:read", "accounts:read");
    assertThat(caller.boundBranch()).contains("BER");
    assertThat(caller.clientId()).isEqualTo(ANNA);
    assertThat(caller.amountLimits()).containsEntry(Currency.getInstance("EUR"), 500_000L);
  }

  @Test
  void readsWhenAndHowAPersonHasSignedIn() throws Exception {
    var person = signed(claims -> claims.claim("auth_time", 1_700_000_000L).claim("acr", "strong"));
    var silent = signed(claims -> {});
    var machine = signed(claims -> claims.subject("payroll").claim("client_id", "payroll"));

    assertThat(verifier.verify(person).orElseThrow().signedIn())
        .contains(new Authentication(Instant.ofEpochSecond(1_700_000_000L), "strong"));
    assertThat(verifier.verify(silent).orElseThrow().signedIn())
        .contains(new Authentication(null, null));
    assertThat(verifier.verify(machine).orElseThrow().signedIn()).isEmpty();
    assertThat(verifier.verify(signed(claims -> claims.claim("auth_time", "yesterday")))).isEmpty();
  }

  @Test
  void aTokenWithoutPermissionsMayDoNothing() throws Exception {
    assertThat(verifier.verify(signed(claims -> {})).orElseThrow().permissions()).isEmpty();
  }

  @Test
  void aRememberedTokenExpiresAllTheSame() throws Exception {
    var token = signed(claims -> claims.expirationTime(at(Duration.ofMinutes(5))));
    assertThat(verifier.verify(token)).isPresent();

    clock.advance(Duration.ofMinutes(6));

    assertThat(verifier.verify(token)).isEmpty();
  }

  @Test
  void whatOneAudienceHasVerifiedCountsForNothingAtAnother() throws Exception {
    var token = signed(claims -> {});
    var keys =
        new ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext>(new JWKSet(key.toPublicJWK()));
    var other = new TokenVerifier(keys, ISSUER, "corridor-account", clock);

    assertThat(verifier.verify(token)).isPresent();
    assertThat(other.verify(token)).isEmpty();
  }

  @Test
  void tellsTheKeyThatATokenIsBoundToAlsoWhenItIsRemembered() throws Exception {
    var token = signed(claims -> claims.claim("cnf", Map.of("jkt", "a-thumbprint")));

    for (var time = 0; time < 2; time++) {
      assertThat(verifier.look(token).orElseThrow().boundTo())
          .isEqualTo(Confirmation.ofKey("a-thumbprint"));
      assertThat(verifier.verify(token)).isEmpty();
    }
  }

  @Test
  void aTokenThatIsBoundToACertificateIsItsBearersOnlyAlsoWhenItIsRemembered() throws Exception {
    var own = TestCertificates.read("program");
    var thumbprint = Sha256.of(own.getEncoded());
    var bound = Map.of("x5t#S256", Base64URL.encode(thumbprint).toString());
    var token = signed(claims -> claims.claim("cnf", bound));

    for (var time = 0; time < 2; time++) {
      var boundTo = verifier.look(token).orElseThrow().boundTo();
      assertThat(boundTo.method()).isEqualTo(Confirmation.Method.CERTIFICATE);
      assertThat(ClientCertificates.isOf(own, boundTo.thumbprint())).isTrue();
      assertThat(ClientCertificates.isOf(TestCertificates.read("other"), boundTo.thumbprint()))
          .isFalse();
      assertThat(verifier.verify(token)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("untrustworthyTokens")
  void refuses(String what, String token) {
    assertThat(verifier.verify(token)).isEmpty();
  }

  static Stream<Arguments> untrustworthyTokens() throws Exception {
    var good = signed(claims -> {});
    var parts = good.split("\\.", -1);
    var secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    var publicKey = key.toRSAPublicKey().getEncoded();
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("no token at all", "abc"),
        Arguments.of("two dots only", ".."),
        Arguments.of("a huge one", "a".repeat(10_000)),
        Arguments.of("one without a signature", new PlainJWT(claims().build()).serialize()),
        Arguments.of("a stripped signature", parts[0] + "." + parts[1] + "."),
        Arguments.of(
            "the header none over a signed body",
            base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."),
        Arguments.of("a tampered body", parts[0] + "." + tampered(parts[1]) + "." + parts[2]),
        Arguments.of(
            "HS256 with the public key as its secret",
            signed(new MACSigner(publicKey), JWSAlgorithm.HS256, "at+jwt", claims().build())),
        Arguments.of(
            "HS256 with the published key as its secret",
            signed(new MACSigner(secret), JWSAlgorithm.HS256, "at+jwt", claims().build())),
        Arguments.of(
            "RS512, which was not agreed upon",
            signed(new RSASSASigner(key), JWSAlgorithm.RS512, "at+jwt", claims().build())),
        Arguments.of(
            "an id token: the type JWT",
            signed(new RSASSASigner(key), JWSAlgorithm.RS256, "JWT", claims().build())),
        Arguments.of(
            "one without a type",
            signed(new RSASSASigner(key), JWSAlgorithm.RS256, null, claims().build())),
        Arguments.of(
            "another key with the known id",
            signed(
                new RSASSASigner(sameIdOtherKey), JWSAlgorithm.RS256, "at+jwt", claims().build())),
        Arguments.of("another issuer", signed(claims -> claims.issuer("https://evil.test"))),
        Arguments.of("no issuer", signed(claims -> claims.issuer(null))),
        Arguments.of("another audience", signed(claims -> claims.audience("corridor-account"))),
        Arguments.of("no audience", signed(claims -> claims.audience((String) null))),
        Arguments.of("an expired one", signed(claims -> claims.expirationTime(at(hours(-1))))),
        Arguments.of("one that never expires", signed(claims -> claims.expirationTime(null))),
        Arguments.of("one not yet valid", signed(claims -> claims.notBeforeTime(at(hours(1))))),
        Arguments.of("no subject", signed(claims -> claims.subject(null))),
        Arguments.of("no client", signed(claims -> claims.claim("client_id", null))),
        Arguments.of("no time of issue", signed(claims -> claims.issueTime(null))),
        Arguments.of(
            "one that is bound to a key, by whoever carries it",
            signed(claims -> claims.claim("cnf", Map.of("jkt", "a-thumbprint")))),
        Arguments.of(
            "one that is bound to a certificate",
            signed(claims -> claims.claim("cnf", Map.of("x5t#S256", "a-thumbprint")))),
        Arguments.of(
            "one that is bound to a key and to a certificate",
            signed(claims -> claims.claim("cnf", Map.of("jkt", "a", "x5t#S256", "a")))),
        Arguments.of(
            "one that is bound to nothing", signed(claims -> claims.claim("cnf", Map.of()))),
        Arguments.of(
            "permissions that are no list", signed(claims -> claims.claim("permissions", "all"))),
        Arguments.of(
            "a client record that is no id",
            signed(claims -> claims.claim("corridor_client", "anna"))),
        Arguments.of(
            "limits that are no amounts",
            signed(claims -> claims.claim("amount_limits", Map.of("EUR", "much")))));
  }

  @Test
  void refusesAKeyThatTheIssuerDoesNotPublish() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID("unknown")
            .build();
    var token = new SignedJWT(header, claims().build());
    token.sign(new RSASSASigner(unknownKey));

    assertThat(verifier.verify(token.serialize())).isEmpty();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("user-1")
        .issueTime(at(Duration.ZERO))
        .expirationTime(at(hours(1)))
        .jwtID(UUID.randomUUID().toString())
        .claim("client_id", "console");
  }

  private static String signed(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    var claims = claims();
    change.accept(claims);
    return signed(new RSASSASigner(key), JWSAlgorithm.RS256, "at+jwt", claims.build());
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String type, JWTClaimsSet claims) throws Exception {
    var header = new JWSHeader.Builder(algorithm).keyID("current");
    if (type != null) {
      header.type(new JOSEObjectType(type));
    }
    var token = new SignedJWT(header.build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static String tampered(String body) {
    var claims = new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
    return base64(claims.replace("user-1", "user-2"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  /** The library that reads the claims knows the time of the claims as a Date only. */
  private static Date at(Duration fromNow) {
    return Date.from(Instant.now().plus(fromNow));
  }

  private static final class SettableClock extends Clock {
    private Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
