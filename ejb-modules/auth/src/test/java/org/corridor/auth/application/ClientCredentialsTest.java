package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How clients show that they are themselves: by signatures, and by secrets that are replaced. */
class ClientCredentialsTest {

  private static final ApiClient.Access MACHINE =
      new ApiClient.Access(Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), Set.of("accounts:read"));

  private static AuthFixture auth;
  private static ECKey key;
  private static RSAKey rsa;
  private static ApiClient signer;

  @BeforeAll
  static void start() throws JOSEException {
    auth = new AuthFixture();
    key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    rsa = new RSAKeyGenerator(2_048).keyID("rsa").generate();
    signer = done(register(jwks(key, rsa))).client();
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void atNoon() {
    auth.now.set(NOON);
  }

  @Test
  void letsAClientInThatSigns() throws Exception {
    assertThat(error(show(signed(claims -> {})))).isEqualTo("none");
    assertThat(error(show(sign(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), good()))))
        .isEqualTo("none");
    assertThat(error(show(sign(JWSAlgorithm.PS256, "rsa", new RSASSASigner(rsa), good()))))
        .isEqualTo("none");
  }

  @Test
  void letsAnAssertionInOnceOfTwentyTimesAtOnce() throws Exception {
    var assertion = signed(claims -> {});
    var threads = Executors.newFixedThreadPool(20);
    Callable<String> use = () -> error(show(assertion));

    var answers =
        threads.invokeAll(Collections.nCopies(20, use)).stream()
            .map(
                answer -> {
                  try {
                    return answer.get();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    threads.shutdown();

    assertThat(answers).filteredOn("none"::equals).hasSize(1);
    assertThat(answers)
        .as("on a slow machine Redis may not have answered in time")
        .allMatch(List.of("none", "invalid_client", "temporarily_unavailable")::contains);
  }

  /** What is changed of an assertion that is in order. */
  static Stream<Arguments> badAssertions() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    var publicKey = rsa.toRSAPublicKey().getEncoded();
    return Stream.of(
        bad("for the token endpoint", c -> c.audience(AuthFixture.ISSUER + "/token")),
        bad("for another server", c -> c.audience("https://evil.test")),
        bad("for two servers", c -> c.audience(List.of(AuthFixture.ISSUER, "https://evil.test"))),
        bad("for nobody", c -> c.audience((String) null)),
        bad("expired", c -> c.expirationTime(at(-600))),
        bad("that never expires", c -> c.expirationTime(null)),
        bad("that lives too long", c -> c.expirationTime(at(3_600))),
        bad("not yet valid", c -> c.notBeforeTime(at(600))),
        bad("without an id", c -> c.jwtID(null)),
        bad("with a huge id", c -> c.jwtID("x".repeat(1_000))),
        bad("of another subject", c -> c.subject("corridor-cli")),
        bad("of another issuer", c -> c.issuer("corridor-cli")),
        bad("of an unknown client", c -> c.issuer("nobody").subject("nobody")),
        bad("of a public client", c -> c.issuer("corridor-cli").subject("corridor-cli")),
        Arguments.of(
            "by another key of the same id",
            sign(JWSAlgorithm.ES256, "ec", new ECDSASigner(other), good())),
        Arguments.of(
            "with a public key as the secret",
            sign(JWSAlgorithm.HS256, "rsa", new MACSigner(publicKey), good())),
        Arguments.of(
            "by an algorithm that is not taken",
            sign(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa), good())),
        Arguments.of("unsigned", new PlainJWT(good()).serialize()));
  }

  @ParameterizedTest(name = "an assertion {0}")
  @MethodSource("badAssertions")
  void refuses(String name, String assertion) {
    var expected = Set.of("invalid_client", "invalid_request");

    assertThat(expected).contains(error(show(assertion)));
  }

  @Test
  void refusesTheSecretOfAClientThatSigns() {
    var form = Map.of("grant_type", "client_credentials", "client_id", signer.clientId());
    var withSecret = new HashMap<>(form);
    withSecret.put("client_secret", "guess");

    assertThat(error(new Browser(auth).token(form))).isEqualTo("invalid_client");
    assertThat(error(new Browser(auth).token(withSecret))).isEqualTo("invalid_client");
  }

  @Test
  void refusesAnAssertionThatIsNone() {
    assertThat(error(show("x"))).isEqualTo("invalid_request");
    assertThat(error(show("bnVsbA.e30.AAAA"))).as("a header of null").isEqualTo("invalid_request");
  }

  static Stream<Arguments> badKeys() throws Exception {
    var weak = new RSAKeyGenerator(1_024, true).keyID("weak").generate();
    var otherCurve = new ECKeyGenerator(Curve.P_521).keyID("p521").generate();
    var nameless = new ECKeyGenerator(Curve.P_256).generate();
    return Stream.of(
        Arguments.of("none", Map.of("keys", List.of()), "1 to 5"),
        Arguments.of("a private one", new JWKSet(key).toJSONObject(false), "private"),
        Arguments.of("a weak one", jwks(weak), "2048"),
        Arguments.of("another curve", jwks(otherCurve), "P-256"),
        Arguments.of("two of one id", jwks(key, key), "kid"),
        Arguments.of("two without an id", jwks(nameless, nameless), "kid"),
        Arguments.of("no set", Map.of("a", "b"), "JWK set"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badKeys")
  void refusesKeys(String name, Map<String, Object> jwks, String reason) {
    var refused = (Outcome.Refused<?>) register(jwks);

    assertThat(refused.refusal().toString()).contains("client-refused").contains(reason);
  }

  @Test
  void takesOtherKeysFromTheirReplacementOn() throws Exception {
    var client = done(register(jwks(key))).client();
    var next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
    var replaced = replaceKeys(client.clientId(), client.version(), jwks(next));
    var claims = good(client.clientId());

    assertThat(done(replaced).version()).isEqualTo(2);
    assertThat(error(show(sign(JWSAlgorithm.ES256, "ec", new ECDSASigner(key), claims))))
        .isEqualTo("invalid_client");
    assertThat(error(show(sign(JWSAlgorithm.ES256, "next", new ECDSASigner(next), claims))))
        .isEqualTo("none");
    assertThat(refusal(replaceKeys(client.clientId(), 1, jwks(key))))
        .isInstanceOf(Refusal.Stale.class);
    assertThat(refusal(replaceKeys("corridor-cli", 1, jwks(key)))).isNotNull();
    assertThat(refusal(replaceKeys("nobody", 1, jwks(key)))).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void letsTheOldSecretGoOnBesideTheNewOneForAsLongAsWasSaid() {
    var first = done(register(null));
    var id = first.client().clientId();

    var second = done(rotate(id, Duration.ofHours(1), ADMIN));

    assertThat(second.secret()).isNotEqualTo(first.secret());
    assertThat(withSecret(id, first.secret())).isEqualTo("none");
    assertThat(withSecret(id, second.secret())).isEqualTo("none");
    auth.now.set(NOON.plus(Duration.ofHours(1)));
    assertThat(withSecret(id, first.secret())).isEqualTo("invalid_client");
    assertThat(withSecret(id, second.secret())).isEqualTo("none");
    assertThat(auth.eventTypes("api-client/" + id))
        .containsExactly("auth.api-client-registered.v1", "auth.api-client-credentials-changed.v1");
    assertThat(auth.eventData("auth.api-client-credentials-changed.v1"))
        .noneMatch(data -> data.contains(second.secret()));
  }

  @Test
  void endsALeakedSecretAtOnce() {
    var first = done(register(null));

    done(rotate(first.client().clientId(), Duration.ZERO, ADMIN));

    assertThat(withSecret(first.client().clientId(), first.secret())).isEqualTo("invalid_client");
  }

  @Test
  void givesNobodyASecretOfAClientThatMayDoMore() {
    var client = done(register(null)).client();
    var clerk = new Caller("clerk", Set.of("api-clients:update"), null, null, Map.of());
    var hour = Duration.ofHours(1);

    assertThat(refusal(rotate(client.clientId(), hour, clerk)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusal(rotate("nobody", hour, ADMIN))).isInstanceOf(Refusal.NotFound.class);
    assertThat(refusal(rotate(signer.clientId(), hour, ADMIN)))
        .isInstanceOf(Refusal.AgainstRule.class);
    assertThat(refusal(rotate("corridor-cli", hour, ADMIN)))
        .isInstanceOf(Refusal.AgainstRule.class);
  }

  private static Outcome<RegisterApiClient.Registered> register(Map<String, Object> jwks) {
    return auth.register(
        new RegisterApiClient.Command("A program", false, jwks, MACHINE, ADMIN, TRAIL));
  }

  private static Outcome<RegisterApiClient.Registered> rotate(
      String id, Duration overlap, Caller caller) {
    return auth.rotate(new ChangeClientCredentials.NewSecret(id, overlap, caller, TRAIL));
  }

  private static Outcome<ApiClient> replaceKeys(String id, long version, Map<String, Object> jwks) {
    return auth.replaceKeys(new ChangeClientCredentials.NewKeys(id, version, jwks, ADMIN, TRAIL));
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).refusal();
  }

  private static String withSecret(String id, String secret) {
    return error(
        new Browser(auth)
            .token(
                Map.of(
                    "grant_type", "client_credentials", "client_id", id, "client_secret", secret)));
  }

  private static TokenResponse show(String assertion) {
    return new Browser(auth)
        .token(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));
  }

  private static Arguments bad(String name, Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    return Arguments.of(name, signed(change));
  }

  private static String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    var claims = new JWTClaimsSet.Builder(good());
    change.accept(claims);
    return sign(JWSAlgorithm.ES256, "ec", new ECDSASigner(key), claims.build());
  }

  private static JWTClaimsSet good() {
    return good(signer.clientId());
  }

  /** The library that verifies it knows no other clock than the machine's. */
  private static JWTClaimsSet good(String clientId) {
    return new JWTClaimsSet.Builder()
        .issuer(clientId)
        .subject(clientId)
        .audience(AuthFixture.ISSUER)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(at(0))
        .expirationTime(at(60))
        .build();
  }

  private static Date at(int secondsFromNow) {
    return Date.from(Instant.now().plusSeconds(secondsFromNow));
  }

  private static String sign(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static Map<String, Object> jwks(JWK... keys) {
    return new JWKSet(List.of(keys)).toJSONObject(true);
  }
}
