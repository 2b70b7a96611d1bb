package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeySourceException;
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
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of a second issuer, set up as one would a Keycloak, beside Corridor's own. */
class ForeignTokensTest {

  private static final String OWN = "https://corridor.test/api/auth/v1";
  private static final String FOREIGN = "https://keycloak.test/realms/bank";
  private static final String CONTEXT = "corridor-transaction";
  private static final String SUBJECT = "0d1cf0de-14f4-4f8f-96a7-37a0f4bc0b62";
  private static final UUID ANNA = UUID.fromString("01a20513-0b7a-7269-8ee3-632a68b19ef5");

  private static RSAKey ownKey;
  private static RSAKey foreignKey;
  private static ECKey foreignEcKey;

  private final Map<String, String> config = new HashMap<>();
  private TokenVerifier verifier;

  @BeforeAll
  static void keys() throws Exception {
    ownKey = new RSAKeyGenerator(2048).keyID("one").generate();
    foreignKey = new RSAKeyGenerator(2048).keyID("one").generate();
    foreignEcKey = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
  }

  @BeforeEach
  void likeKeycloak() {
    set("issuer", FOREIGN);
    set("audience", "corridor");
    set("types", "JWT");
    set("conditions", "typ=Bearer");
    set("client-claim", "azp");
    set("machine", "client_id");
    set("permissions-claim", "realm_access.roles");
    set(
        "roles",
        "corridor-teller=transactions:read transactions:create; corridor-viewer=accounts:read");
    verifier = verifier();
  }

  @Test
  void aPersonMayWhatItsRolesAreMappedTo() throws Exception {
    var caller =
        verifier
            .verify(
                person(
                    claims ->
                        claims
                            .claim("amount_limits", Map.of("EUR", "500.00"))
                            .claim("auth_time", 1_700_000_000L)
                            .claim("acr", "gold")))
            .orElseThrow();

    assertThat(caller.permissions())
        .containsExactlyInAnyOrder("transactions:read", "transactions:create");
    assertThat(caller.boundBranch()).contains("BER");
    assertThat(caller.clientId()).isNull();
    assertThat(caller.amountLimits()).containsEntry(Currency.getInstance("EUR"), 50_000L);
    assertThat(caller.signedIn())
        .contains(new Authentication(Instant.ofEpochSecond(1_700_000_000L), "gold"));
  }

  @Test
  void aPersonKeepsItsIdWhichNoUserOfCorridorAndNobodyOfAnotherIssuerCanHave() throws Exception {
    var first = verifier.verify(person(claims -> {})).orElseThrow().subject();
    var second = verifier.verify(person(claims -> claims.jwtID("x"))).orElseThrow().subject();

    assertThat(second).isEqualTo(first).isNotEqualTo(SUBJECT);
    assertThat(UUID.fromString(first).version()).isEqualTo(8);
    assertThat(UUID.fromString(first).variant()).isEqualTo(2);
    assertThat(ForeignClaims.idOf("https://other.test", SUBJECT))
        .isNotEqualTo(UUID.fromString(first));
    assertThat(verifier.verify(own(claims -> claims.subject(SUBJECT))).orElseThrow().subject())
        .isEqualTo(SUBJECT);
  }

  @Test
  void aCustomerIsBoundToItsClientRecord() throws Exception {
    var caller =
        verifier
            .verify(
                person(
                    claims ->
                        claims.claim("branch", null).claim("corridor_client", ANNA.toString())))
            .orElseThrow();

    assertThat(caller.clientId()).isEqualTo(ANNA);
    assertThat(caller.isCustomer()).isTrue();
  }

  @Test
  void whoIsOfAllBranchesSaysSo() throws Exception {
    var caller = verifier.verify(person(claims -> claims.claim("branch", "*"))).orElseThrow();

    assertThat(caller.boundBranch()).isEmpty();
  }

  @Test
  void aMachineIsItsClientAndHasNotSignedIn() throws Exception {
    var caller = verifier.verify(machine(claims -> {})).orElseThrow();

    assertThat(caller.subject()).isEqualTo("keycloak:payroll");
    assertThat(caller.signedIn()).isEmpty();
    assertThat(caller.boundBranch()).isEmpty();
  }

  @Test
  void whoHasSignedInIsAPersonWhateverElseTheTokenSays() throws Exception {
    var caller = verifier.verify(person(claims -> claims.claim("client_id", "console")));

    assertThat(caller.flatMap(Caller::signedIn)).isPresent();
  }

  @Test
  void aMachineIsItsOwnSubjectWhereTheSettingsDoNotSay() throws Exception {
    config.remove(key("machine"));

    var token = machine(claims -> claims.subject("payroll"));

    assertThat(verifier().verify(token).orElseThrow().subject()).isEqualTo("keycloak:payroll");
    assertThat(verifier().verify(machine(claims -> {}))).isEmpty();
  }

  @Test
  void aRoleThatIsNotMappedIsWorthNothing() throws Exception {
    var token = person(claims -> claims.claim("realm_access", roles("transactions:read", "root")));

    assertThat(verifier.verify(token).orElseThrow().permissions()).isEmpty();
    assertThat(
            verifier
                .verify(person(claims -> claims.claim("realm_access", null)))
                .orElseThrow()
                .permissions())
        .isEmpty();
  }

  @Test
  void withoutAMapTheWordsArePermissions() throws Exception {
    config.remove(key("roles"));
    set("permissions-claim", "scope");

    var token = person(claims -> claims.claim("scope", "openid accounts:read email"));

    assertThat(verifier().verify(token).orElseThrow().permissions())
        .containsExactly("accounts:read");
  }

  @Test
  void aClaimWhoseOwnNameHasDotsIsFound() throws Exception {
    set("permissions-claim", "https://corridor.test/roles");

    var token =
        person(claims -> claims.claim("https://corridor.test/roles", List.of("corridor-viewer")));

    assertThat(verifier().verify(token).orElseThrow().permissions())
        .containsExactly("accounts:read");
  }

  @Test
  void howAPersonHasSignedInIsToldInCorridorsWords() throws Exception {
    set("acr-claim", "amr");
    set("acr-values", "mfa=urn:corridor:acr:two-factors");
    var mapped = verifier();

    assertThat(signIn(mapped, claims -> claims.claim("amr", List.of("pwd", "mfa"))).how())
        .contains("urn:corridor:acr:two-factors");
    assertThat(signIn(mapped, claims -> claims.claim("amr", List.of("pwd"))).how()).isEmpty();
    assertThat(signIn(mapped, claims -> claims.claim("amr", "urn:corridor:acr:two-factors")).how())
        .isEmpty();
  }

  @Test
  void otherAlgorithmsAreTakenIfTheSettingsSaySo() throws Exception {
    var token =
        signed(new ECDSASigner(foreignEcKey), JWSAlgorithm.ES256, "two", personClaims().build());
    assertThat(verifier.verify(token)).isEmpty();

    set("algorithms", "RS256 ES256");

    assertThat(verifier().verify(token)).isPresent();
  }

  @Test
  void eachContextWantsItsOwnAudienceWhereTheSettingsNameNone() throws Exception {
    config.remove(key("audience"));

    assertThat(verifier().verify(person(claims -> {}))).isEmpty();
    assertThat(verifier().verify(person(claims -> claims.audience(List.of("account", CONTEXT)))))
        .isPresent();
  }

  @Test
  void whileTheKeysOfOneAreAwayTheTokensOfTheOtherGoOn() throws Exception {
    JWKSource<SecurityContext> away =
        (selector, context) -> {
          throw new KeySourceException("away");
        };
    var both = verifier(away);

    assertThat(both.verify(own(claims -> {}))).isPresent();
    assertThatThrownBy(() -> both.verify(person(claims -> {}))).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void anIssuerStandsThereOnceOnly() {
    set("issuer", OWN);

    assertThatThrownBy(this::verifier).hasMessageContaining("twice");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("untrustworthyTokens")
  void refuses(String what, String token) {
    assertThat(verifier.verify(token)).isEmpty();
  }

  static Stream<Arguments> untrustworthyTokens() throws Exception {
    var secret = foreignKey.toRSAPublicKey().getEncoded();
    return Stream.of(
        Arguments.of(
            "mix-up: this issuer's name, Corridor's key",
            signed(new RSASSASigner(ownKey), JWSAlgorithm.RS256, "one", personClaims().build())),
        Arguments.of(
            "mix-up: Corridor's name, this issuer's key",
            signed(
                new RSASSASigner(foreignKey),
                JWSAlgorithm.RS256,
                "one",
                ownClaims().build(),
                "at+jwt")),
        Arguments.of(
            "mix-up: Corridor's name, and all as this issuer has it",
            signed(
                new RSASSASigner(foreignKey),
                JWSAlgorithm.RS256,
                "one",
                personClaims().issuer(OWN).build())),
        Arguments.of(
            "another realm of the same server",
            person(claims -> claims.issuer("https://keycloak.test/realms/other"))),
        Arguments.of(
            "the issuer with a slash more", person(claims -> claims.issuer(FOREIGN + "/"))),
        Arguments.of("no issuer", person(claims -> claims.issuer(null))),
        Arguments.of("another audience", person(claims -> claims.audience("account"))),
        Arguments.of("no audience", person(claims -> claims.audience((String) null))),
        Arguments.of(
            "the context's audience, which was not agreed upon",
            person(claims -> claims.audience(CONTEXT))),
        Arguments.of("an ID token", person(claims -> claims.claim("typ", "ID"))),
        Arguments.of("a refresh token", person(claims -> claims.claim("typ", "Refresh"))),
        Arguments.of(
            "one that does not say what it is", person(claims -> claims.claim("typ", null))),
        Arguments.of(
            "the type at+jwt, which was not agreed upon",
            signed(
                new RSASSASigner(foreignKey),
                JWSAlgorithm.RS256,
                "one",
                personClaims().build(),
                "at+jwt")),
        Arguments.of(
            "HS256 with the public key as its secret",
            signed(new MACSigner(secret), JWSAlgorithm.HS256, "one", personClaims().build())),
        Arguments.of(
            "RS512, which was not agreed upon",
            signed(
                new RSASSASigner(foreignKey), JWSAlgorithm.RS512, "one", personClaims().build())),
        Arguments.of(
            "an unknown key",
            signed(
                new RSASSASigner(foreignKey), JWSAlgorithm.RS256, "three", personClaims().build())),
        Arguments.of(
            "an expired one", person(claims -> claims.expirationTime(at(Duration.ofHours(-1))))),
        Arguments.of("one that never expires", person(claims -> claims.expirationTime(null))),
        Arguments.of(
            "one not yet valid", person(claims -> claims.notBeforeTime(at(Duration.ofHours(1))))),
        Arguments.of("no subject", person(claims -> claims.subject(null))),
        Arguments.of("an empty subject", person(claims -> claims.subject(""))),
        Arguments.of("a subject of two lines", person(claims -> claims.subject("a\nb"))),
        Arguments.of("a huge subject", person(claims -> claims.subject("a".repeat(256)))),
        Arguments.of("no client", person(claims -> claims.claim("azp", null))),
        Arguments.of("a client that is no text", person(claims -> claims.claim("azp", 7))),
        Arguments.of(
            "a person of no branch and no customer",
            person(claims -> claims.claim("branch", null))),
        Arguments.of(
            "branches that are no text", person(claims -> claims.claim("branch", List.of()))),
        Arguments.of(
            "a client record that is no id",
            person(claims -> claims.claim("corridor_client", "anna"))),
        Arguments.of(
            "roles that are no texts",
            person(claims -> claims.claim("realm_access", Map.of("roles", List.of(7))))),
        Arguments.of(
            "roles that are an object",
            person(claims -> claims.claim("realm_access", Map.of("roles", Map.of())))),
        Arguments.of(
            "limits that are no object", person(claims -> claims.claim("amount_limits", "1 EUR"))),
        Arguments.of(
            "limits that are no amounts",
            person(claims -> claims.claim("amount_limits", Map.of("EUR", "much")))),
        Arguments.of(
            "a time of sign-in that is none",
            person(claims -> claims.claim("auth_time", "yesterday"))),
        Arguments.of("an acr that is no text", person(claims -> claims.claim("acr", 7))),
        Arguments.of(
            "one that is bound to a key, by whoever carries it",
            person(claims -> claims.claim("cnf", Map.of("jkt", "a-thumbprint")))),
        Arguments.of(
            "one that is bound to a certificate",
            person(claims -> claims.claim("cnf", Map.of("x5t#S256", "a-thumbprint")))));
  }

  private Authentication signIn(TokenVerifier at, Consumer<JWTClaimsSet.Builder> change)
      throws Exception {
    return at.verify(person(change)).orElseThrow().signedIn().orElseThrow();
  }

  private TokenVerifier verifier() {
    return verifier(published(foreignKey.toPublicJWK(), foreignEcKey.toPublicJWK()));
  }

  private TokenVerifier verifier(JWKSource<SecurityContext> foreignKeys) {
    var settings = ForeignSettings.from("keycloak", name -> Optional.ofNullable(config.get(name)));
    return new TokenVerifier(
        List.of(
            TrustedIssuer.own(published(ownKey.toPublicJWK()), OWN, CONTEXT),
            TrustedIssuer.foreign(foreignKeys, settings, CONTEXT)),
        Clock.systemUTC());
  }

  private static JWKSource<SecurityContext> published(JWK... keys) {
    return new ImmutableJWKSet<>(new JWKSet(List.of(keys)));
  }

  private void set(String key, String value) {
    config.put(key(key), value);
  }

  private static String key(String key) {
    return "corridor.token.keycloak." + key;
  }

  private static Map<String, Object> roles(String... roles) {
    return Map.of("roles", List.of(roles));
  }

  private static JWTClaimsSet.Builder personClaims() {
    return new JWTClaimsSet.Builder()
        .issuer(FOREIGN)
        .audience("corridor")
        .subject(SUBJECT)
        .issueTime(at(Duration.ZERO))
        .expirationTime(at(Duration.ofMinutes(5)))
        .claim("typ", "Bearer")
        .claim("azp", "console")
        .claim("auth_time", 1_700_000_000L)
        .claim("branch", "BER")
        .claim("realm_access", roles("corridor-teller", "offline_access"));
  }

  private static JWTClaimsSet.Builder ownClaims() {
    return new JWTClaimsSet.Builder()
        .issuer(OWN)
        .audience(CONTEXT)
        .subject("user-1")
        .issueTime(at(Duration.ZERO))
        .expirationTime(at(Duration.ofMinutes(5)))
        .claim("client_id", "console");
  }

  private static String person(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    var claims = personClaims();
    change.accept(claims);
    return signed(new RSASSASigner(foreignKey), JWSAlgorithm.RS256, "one", claims.build());
  }

  private static String machine(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    return person(
        claims -> {
          claims
              .claim("auth_time", null)
              .claim("branch", null)
              .claim("azp", "payroll")
              .claim("client_id", "payroll");
          change.accept(claims);
        });
  }

  private static String own(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    var claims = ownClaims();
    change.accept(claims);
    return signed(new RSASSASigner(ownKey), JWSAlgorithm.RS256, "one", claims.build(), "at+jwt");
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims)
      throws Exception {
    return signed(signer, algorithm, keyId, claims, "JWT");
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, String type)
      throws Exception {
    var header =
        new JWSHeader.Builder(algorithm).keyID(keyId).type(new JOSEObjectType(type)).build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static Date at(Duration fromNow) {
    return Date.from(Instant.now().plus(fromNow));
  }
}
